package dev.muster.identity.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.muster.identity.UserRow;

/** The network API's answer: that it worked, and the person. */
@JsonPropertyOrder({"msg", "user"})
public record NetworkUserView(String msg, RecordView user) {

    /**
     * A person of the network.
     *
     * @param email empty for a person without an address
     * @param password null unless it was generated just now
     * @param fsdPassword null unless it was generated just now
     * @param updatedAt epoch seconds
     * @param createdAt epoch seconds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({
        "cid",
        "email",
        "first_name",
        "last_name",
        "password",
        "fsd_password",
        "network_rating",
        "pilot_rating",
        "updated_at",
        "created_at"
    })
    public record RecordView(
            long cid,
            String email,
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName,
            String password,
            @JsonProperty("fsd_password") String fsdPassword,
            @JsonProperty("network_rating") int networkRating,
            @JsonProperty("pilot_rating") int pilotRating,
            @JsonProperty("updated_at") long updatedAt,
            @JsonProperty("created_at") long createdAt) {

        @Override
        public String toString() {
            return "RecordView[cid=" + cid + "]";
        }
    }

    /** The person without any password. */
    static NetworkUserView of(UserRow user) {
        return of(user, null, null);
    }

    /** The person with the passwords that were generated, null for one that was given. */
    static NetworkUserView of(UserRow user, String password, String fsdPassword) {
        return new NetworkUserView(
                "success",
                new RecordView(
                        user.id,
                        user.hasEmail() ? user.email : "",
                        user.firstName,
                        user.lastName,
                        password,
                        fsdPassword,
                        user.networkRating,
                        user.pilotRating,
                        user.updatedAt.getEpochSecond(),
                        user.createdAt.getEpochSecond()));
    }
}
