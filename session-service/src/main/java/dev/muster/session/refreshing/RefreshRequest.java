package dev.muster.session.refreshing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.kit.problem.ProblemException;

/** What a client sends for new tokens; its text does not show the token. */
public record RefreshRequest(@JsonProperty("refresh_token") String refreshToken) {

    /** The request if it has a token; else invalid. */
    static RefreshRequest requireComplete(RefreshRequest request) {
        if (request.refreshToken() == null || request.refreshToken().isBlank()) {
            throw ProblemException.invalid("/refresh_token", "required", "The refresh token is missing");
        }
        return request;
    }

    @Override
    public String toString() {
        return "RefreshRequest[]";
    }
}
