package dev.muster.identity.company;

import java.util.List;
import java.util.Optional;

/**
 * A part of a company's people.
 *
 * @param next where the following part starts, empty after the last
 */
public record CompanyPage(List<CompanyUser> users, Optional<String> next) {}
