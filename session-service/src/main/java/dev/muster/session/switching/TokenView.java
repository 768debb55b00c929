package dev.muster.session.switching;

/** The token of a session's new generation. */
public record TokenView(String token) {

    @Override
    public String toString() {
        return "TokenView[]";
    }
}
