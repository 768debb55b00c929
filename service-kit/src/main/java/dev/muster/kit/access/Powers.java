package dev.muster.kit.access;

/** The roles that {@code @RolesAllowed} names; each is computed from the live session, never from a token's claims. */
public final class Powers {

    /** A peer service, on {@code /internal/**} only. */
    public static final String SERVICE = "service";

    /** Administers the session's active organization. */
    public static final String ADMIN = "admin";

    /** Operates the whole platform. */
    public static final String OPERATOR = "operator";

    /** Network rating 11 or above. */
    public static final String SUPERVISOR = "supervisor";

    private Powers() {}
}
