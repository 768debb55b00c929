package dev.muster.identity.wire;

/** The profile API's short answer. */
public record ResultView(boolean result, String message) {

    public static ResultView done(String message) {
        return new ResultView(true, message);
    }
}
