package dev.muster.identity;

/** The second factor that a person signs in with. */
public enum TwoFactor {
    OFF,
    EMAIL,
    TOTP
}
