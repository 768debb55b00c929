package dev.muster.kit.startup;

/**
 * A setting that production must not run with.
 *
 * @param key the setting's name
 * @param reason what is wrong with its value, which is never quoted: it may be a secret
 */
public record UnsafeSetting(String key, String reason) {

    @Override
    public String toString() {
        return key + " " + reason;
    }
}
