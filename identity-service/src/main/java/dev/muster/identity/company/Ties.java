package dev.muster.identity.company;

/**
 * What ties a person to others than one company.
 *
 * @param elsewhere whether they belong, or are to belong, to another company
 * @param operator whether they operate the platform, or are to
 */
public record Ties(boolean elsewhere, boolean operator) {}
