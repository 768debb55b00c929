package dev.muster.identity.signin;

/** Passwords and their hashes by the reference implementation. */
final class Vectors {

    static final String BLUEBERRY_JAM = "Blåbærsyltetøy på brødskive";

    static final String BLUEBERRY_JAM_HASH =
            "$argon2id$v=19$m=7168,t=5,p=1$MDEyMzQ1Njc4OWFiY2RlZg$mT/ZM6dU01FyV5AooM6kjDpR6c9hpe56s+l7FbAGUqY";

    private Vectors() {}
}
