package dev.muster.identity.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A user group as reference-data-service tells it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record GroupView(long id, String name) {}
