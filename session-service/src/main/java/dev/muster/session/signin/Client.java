package dev.muster.session.signin;

/** The program and place that a sign-in comes from, as far as it tells; each part may be null but the address. */
record Client(String ip, String browser, String device) {}
