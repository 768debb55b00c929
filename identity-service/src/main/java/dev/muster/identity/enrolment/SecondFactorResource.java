package dev.muster.identity.enrolment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.Password;
import dev.muster.identity.TwoFactor;
import dev.muster.identity.secondfactor.EnrolAuthenticator;
import dev.muster.identity.wire.CallerNetwork;
import dev.muster.identity.wire.TextFields;
import dev.muster.kit.access.CurrentCaller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

/** The platform API: the caller's own authenticator and recovery codes. */
@Path("/api/v1/users/me/second-factor")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
public class SecondFactorResource {

    private static final String PASSWORD = "password";
    private static final String CODE = "code";

    private final EnrolAuthenticator enrolAuthenticator;
    private final CurrentCaller caller;
    private final CallerNetwork callerNetwork;

    SecondFactorResource(EnrolAuthenticator enrolAuthenticator, CurrentCaller caller, CallerNetwork callerNetwork) {
        this.enrolAuthenticator = enrolAuthenticator;
        this.caller = caller;
        this.callerNetwork = callerNetwork;
    }

    /** Where the second factor stands. */
    public record StandingView(
            TwoFactor method,
            @JsonProperty("totp_enrolled") boolean totpEnrolled,
            @JsonProperty("recovery_codes_left") long recoveryCodesLeft) {}

    /** Shown once: what the authenticator app must be told. */
    @RegisterForReflection
    public record OfferView(
            String secret, @JsonProperty("otpauth_uri") String otpauthUri) {}

    /** Shown once. */
    @RegisterForReflection
    public record RecoveryCodesView(
            @JsonProperty("recovery_codes") List<String> recoveryCodes) {}

    @GET
    public Uni<StandingView> standing() {
        return enrolAuthenticator
                .standing(caller.userId())
                .map(now -> new StandingView(now.method(), now.enrolled(), now.recoveryCodesLeft()));
    }

    @POST
    @Path("totp")
    public Uni<Response> offer(JsonNode body, @Context HttpServerRequest request) {
        return enrolAuthenticator
                .offer(caller.userId(), password(body), callerNetwork.of(request))
                .map(offer -> shownOnce(201, new OfferView(offer.secret().base32(), offer.uri())));
    }

    @POST
    @Path("totp/confirmation")
    public Uni<Response> confirm(JsonNode body) {
        String code = TextFields.of(body, Set.of(CODE)).get(CODE);
        return enrolAuthenticator
                .confirm(caller.userId(), code)
                .map(codes -> shownOnce(200, new RecoveryCodesView(codes)));
    }

    @POST
    @Path("totp/removal")
    public Uni<Void> remove(JsonNode body, @Context HttpServerRequest request) {
        return enrolAuthenticator.remove(caller.userId(), password(body), callerNetwork.of(request));
    }

    @POST
    @Path("recovery-codes")
    public Uni<Response> replaceRecoveryCodes(JsonNode body, @Context HttpServerRequest request) {
        return enrolAuthenticator
                .replaceRecoveryCodes(caller.userId(), password(body), callerNetwork.of(request))
                .map(codes -> shownOnce(201, new RecoveryCodesView(codes)));
    }

    private static Password password(JsonNode body) {
        return new Password(TextFields.of(body, Set.of(PASSWORD)).get(PASSWORD));
    }

    private static Response shownOnce(int status, Object view) {
        return Response.status(status)
                .header("Cache-Control", "no-store")
                .entity(view)
                .build();
    }
}
