package dev.muster.identity.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** An organization as org-service tells it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OrganizationView(long id, String name) {}
