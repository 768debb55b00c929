package dev.muster.reference.countries;

/**
 * A language that countries have names in.
 *
 * @param tag its BCP 47 tag
 * @param list the list of names that it uses, which it may share with other languages
 */
record Language(String tag, String list) {}
