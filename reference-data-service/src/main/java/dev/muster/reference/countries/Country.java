package dev.muster.reference.countries;

/** An ISO 3166-1 country: its permanent id, its alpha-2 code and its English name. */
record Country(int id, String alpha2, String name) {}
