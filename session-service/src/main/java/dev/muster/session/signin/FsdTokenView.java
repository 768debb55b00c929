package dev.muster.session.signin;

/** The network API's answer to a right CID and FSD password; its text does not show the token. */
public record FsdTokenView(boolean success, String token) {

    @Override
    public String toString() {
        return "FsdTokenView[]";
    }
}
