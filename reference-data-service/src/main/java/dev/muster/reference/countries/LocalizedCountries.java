package dev.muster.reference.countries;

import dev.muster.reference.Document;

/** The countries in one language. */
record LocalizedCountries(Language language, Document document) {}
