package dev.muster.session.signin;

import dev.muster.session.SignInAttempt;
import dev.muster.session.SignInWay;

/** The program and place that a sign-in comes from, as far as it tells; each part may be null but the address. */
record Client(String ip, String userAgent, Browser browser, Place place) {

    /** An attempt by this client. */
    SignInAttempt attempt(SignInWay way, String identifier) {
        return new SignInAttempt(way, identifier, ip, userAgent);
    }

    /**
     * A program.
     *
     * @param name with its major version, {@code Chrome 120}
     * @param device with the system, {@code Chrome / macOS}
     */
    record Browser(String name, String device) {

        static final Browser UNKNOWN = new Browser(null, null);
    }

    /** A place, in English. */
    record Place(String city, String country) {

        static final Place UNKNOWN = new Place(null, null);
    }
}
