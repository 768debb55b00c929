package dev.muster.local.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four services, in the order of their ports. */
public enum Service {
    IDENTITY("identity-service"),
    ORG("org-service"),
    SESSION("session-service"),
    REFERENCE("reference-data-service");

    private final String module;

    Service(String module) {
        this.module = module;
    }

    /** The service's name in the repository, the routing table and the logs. */
    public String module() {
        return module;
    }

    /** Its database, and the role that alone may open it. */
    public String database() {
        return "muster_" + name().toLowerCase(Locale.ROOT);
    }

    /** How the other services' settings name it. */
    String urlVariable() {
        return "MUSTER_SERVICES_" + name() + "_URL";
    }

    /** The service with the given module name. */
    public static Optional<Service> named(String module) {
        return Arrays.stream(values())
                .filter(service -> service.module.equals(module))
                .findFirst();
    }
}
