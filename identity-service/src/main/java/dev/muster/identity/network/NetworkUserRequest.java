package dev.muster.identity.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A person as the network API's clients send them; everything is null that they leave out.
 *
 * @param password empty for none, as the published clients send it
 * @param fsdPassword the same
 */
public record NetworkUserRequest(
        Long cid,
        String email,
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName,
        String password,
        @JsonProperty("fsd_password") String fsdPassword,
        @JsonProperty("network_rating") Integer networkRating,
        @JsonProperty("pilot_rating") Integer pilotRating,
        @JsonProperty("updated_at") Long updatedAt,
        @JsonProperty("created_at") Long createdAt) {

    @Override
    public String toString() {
        return "NetworkUserRequest[hidden]";
    }
}
