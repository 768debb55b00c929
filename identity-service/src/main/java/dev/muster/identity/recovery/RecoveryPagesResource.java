package dev.muster.identity.recovery;

import dev.muster.identity.page.PasswordPages;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The page that a mail about a forgotten password opens: GET shows and changes nothing, POST sets the password. */
@Path("/pages/password-reset/{userId}/{secret}")
@PermitAll
public class RecoveryPagesResource {

    private final ForgottenPassword choice;
    private final PasswordPages pages;

    RecoveryPagesResource(ForgottenPassword choice, PasswordPages pages) {
        this.choice = choice;
        this.pages = pages;
    }

    @GET
    public Uni<Response> offer(
            @RestPath String userId, @RestPath String secret, @RestHeader("Accept-Language") String languages) {
        return pages.offer(choice, userId, secret, languages);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> reset(
            @RestPath String userId,
            @RestPath String secret,
            @RestHeader("Accept-Language") String languages,
            @RestForm String password,
            @RestForm String repeated) {
        return pages.submit(choice, userId, secret, languages, password, repeated);
    }
}
