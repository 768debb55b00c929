package dev.muster.identity.signin;

/** Asks whether this is the person's password; {@code clientIp} is the address that the person calls from. */
public record VerifyRequest(String email, String password, String clientIp) {

    @Override
    public String toString() {
        return "VerifyRequest[hidden]";
    }
}
