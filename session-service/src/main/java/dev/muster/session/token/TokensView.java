package dev.muster.session.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A session's tokens, named as OAuth clients look for them (RFC 6749, 5.1) and once more in the envelope that openfsd's
 * clients open; its text shows none of them.
 *
 * @param expiresIn seconds that the access token lasts
 * @param message what the person should know, absent when there is nothing
 * @param err always null: a failure is a problem
 */
public record TokensView(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("refresh_token") String refreshToken,
        @JsonInclude(JsonInclude.Include.NON_NULL) String message,
        String version,
        String err,
        Data data) {

    /** The two tokens within the envelope. */
    public record Data(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("refresh_token") String refreshToken) {

        @Override
        public String toString() {
            return "Data[]";
        }
    }

    public static TokensView of(SessionToken access, RefreshToken refresh, String message) {
        return new TokensView(
                access.text(),
                "Bearer",
                access.lifetime().toSeconds(),
                refresh.text(),
                message,
                "v1",
                null,
                new Data(access.text(), refresh.text()));
    }

    @Override
    public String toString() {
        return "TokensView[expiresIn=" + expiresIn + "]";
    }
}
