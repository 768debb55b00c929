package dev.muster.identity.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A country as reference-data-service tells it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CountryView(int id, String alpha2) {}
