package dev.muster.identity.company;

import java.util.Set;

/**
 * What the values of a company's users are checked against.
 *
 * @param unicodeNames whether names may have letters of every script
 * @param countries the ISO 3166-1 alpha-2 codes of all countries
 * @param permissions the names that mean something in the company
 * @param operatorPermission the one that only its holders give
 * @param mayGiveOperator whether the caller holds it
 */
public record DirectoryRules(
        boolean unicodeNames,
        Set<String> countries,
        Set<String> permissions,
        String operatorPermission,
        boolean mayGiveOperator) {}
