package dev.muster.identity.signin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Asks whether this is the person's password; {@code clientIp} is the address that the person calls from. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VerifyRequest(String email, String password, String clientIp) {

    @Override
    public String toString() {
        return "VerifyRequest[hidden]";
    }
}
