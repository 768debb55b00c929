package dev.muster.reference.timezones;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A time zone's permanent id and IANA name for another service. */
@RegisterForReflection
record TimezoneView(int id, String name) {}
