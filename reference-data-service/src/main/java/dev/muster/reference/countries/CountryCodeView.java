package dev.muster.reference.countries;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A country's id and alpha-2 code for another service. */
@RegisterForReflection
record CountryCodeView(int id, String alpha2) {}
