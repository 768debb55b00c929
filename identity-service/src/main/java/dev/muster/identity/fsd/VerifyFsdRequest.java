package dev.muster.identity.fsd;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Asks whether this is the person's FSD password.
 *
 * @param userId as it was typed: it may be nobody's
 * @param network the address that the person calls from, null when it is not known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VerifyFsdRequest(Long userId, String password, String network) {

    @Override
    public String toString() {
        return "VerifyFsdRequest[hidden]";
    }
}
