package dev.muster.identity.activation;

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

/** The page that a new person's mail opens: GET shows and changes nothing, POST sets the first password. */
@Path("/pages/activation/{userId}/{secret}")
@PermitAll
public class ActivationPageResource {

    private final FirstPassword choice;
    private final PasswordPages pages;

    ActivationPageResource(FirstPassword choice, PasswordPages pages) {
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
    public Uni<Response> activate(
            @RestPath String userId,
            @RestPath String secret,
            @RestHeader("Accept-Language") String languages,
            @RestForm String password,
            @RestForm String repeated) {
        return pages.submit(choice, userId, secret, languages, password, repeated);
    }
}
