package dev.muster.identity.signin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Asks whether this is the password of the person with this e-mail address or with this user id.
 *
 * @param userId as it was typed: it may be nobody's
 * @param code what the person shows besides, null when they showed nothing
 * @param clientIp the address that the person calls from
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VerifyRequest(String email, Long userId, String password, String code, String clientIp) {

    @Override
    public String toString() {
        return "VerifyRequest[hidden]";
    }
}
