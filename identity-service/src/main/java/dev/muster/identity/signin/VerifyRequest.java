package dev.muster.identity.signin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Asks whether this is the person's password.
 *
 * @param code what the person shows besides, null when they showed nothing
 * @param clientIp the address that the person calls from
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VerifyRequest(String email, String password, String code, String clientIp) {

    @Override
    public String toString() {
        return "VerifyRequest[hidden]";
    }
}
