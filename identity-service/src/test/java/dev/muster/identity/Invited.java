package dev.muster.identity;

import dev.muster.identity.mail.MailTestResource;
import dev.muster.identity.mail.ReceivedMail;
import dev.muster.testkit.access.ServiceCaller;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody whom an organization invited, and the last mail that they got. */
public record Invited(long id, String email, ReceivedMail mail) {

    private static final int STUDENT = 120;

    /** Somebody new, who has to choose a password first. */
    public static Invited stranger(long orgId) {
        return of(orgId, "invited-" + UUID.randomUUID() + "@people.example", 1);
    }

    /** Whoever has this address; the mail is the one of this number, counted from 1. */
    public static Invited of(long orgId, String email, int number) {
        long id = ask(orgId, email).statusCode(200).extract().jsonPath().getLong("userId");
        return new Invited(id, email, MailTestResource.server().await(email, number));
    }

    /** Asks as org-service does. */
    public static ValidatableResponse ask(long orgId, String email) {
        return ask(body(orgId, email));
    }

    public static ValidatableResponse ask(Map<String, ?> body) {
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(body)
                .post("/internal/invitations")
                .then();
    }

    /** What org-service sends, to be bent by tests. */
    public static Map<String, Object> body(long orgId, String email) {
        return new HashMap<>(Map.of(
                "orgId",
                orgId,
                "organizationName",
                "Acme Flight School",
                "email",
                email,
                "groupId",
                STUDENT,
                "permissions",
                List.of("members.read"),
                "invitedBy",
                100_000));
    }

    /** The ticket as the directory API takes it. */
    public String ticket() {
        return id + "." + mail.secret();
    }
}
