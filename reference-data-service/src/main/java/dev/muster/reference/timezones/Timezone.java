package dev.muster.reference.timezones;

/** A canonical time zone: its permanent id and the name that IANA gives it today. */
record Timezone(int id, String name) {}
