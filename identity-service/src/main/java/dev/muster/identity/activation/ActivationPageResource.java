package dev.muster.identity.activation;

import dev.muster.identity.Password;
import dev.muster.identity.UserRow;
import dev.muster.identity.page.Page;
import dev.muster.identity.page.PageMessages;
import dev.muster.identity.page.Pages;
import dev.muster.identity.page.PasswordForm;
import dev.muster.identity.text.ReaderLanguage;
import dev.muster.identity.ticket.TicketLink;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The page that a new person's mail opens: GET shows and changes nothing, POST sets the first password. */
@Path("/pages/activation/{userId}/{secret}")
@PermitAll
public class ActivationPageResource {

    private static final int BAD_REQUEST = 400;

    private final FindActivation findActivation;
    private final ActivateUser activateUser;
    private final PasswordForm passwordForm;
    private final Pages pages;

    ActivationPageResource(
            FindActivation findActivation, ActivateUser activateUser, PasswordForm passwordForm, Pages pages) {
        this.findActivation = findActivation;
        this.activateUser = activateUser;
        this.passwordForm = passwordForm;
        this.pages = pages;
    }

    @GET
    public Uni<Response> offer(
            @RestPath String userId, @RestPath String secret, @RestHeader("Accept-Language") String languages) {
        return pages.answer(
                languages,
                () -> findActivation
                        .find(TicketLink.of(userId, secret))
                        .chain(pending -> pages.show(
                                passwordForm.empty(pending.user(), words -> asking(pending.user(), words)))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> activate(
            @RestPath String userId,
            @RestPath String secret,
            @RestHeader("Accept-Language") String languages,
            @RestForm String password,
            @RestForm String repeated) {
        return pages.answer(languages, () -> activate(TicketLink.of(userId, secret), password, repeated));
    }

    private Uni<Response> activate(TicketLink link, String password, String repeated) {
        return findActivation.find(link).chain(pending -> activate(link, pending.user(), password, repeated));
    }

    private Uni<Response> activate(TicketLink link, UserRow user, String password, String repeated) {
        List<FieldError> errors = PasswordForm.check(password, repeated);
        Uni<UserRow> activated = errors.isEmpty()
                ? activateUser.activate(link, new Password(password))
                : Uni.createFrom().failure(() -> ProblemException.invalid(errors));
        return activated
                .chain(() -> pages.show(done(user)))
                .onFailure(Pages::isInput)
                .recoverWithUni(failure -> pages.show(
                        BAD_REQUEST,
                        passwordForm.refused(
                                user, words -> asking(user, words), ((ProblemException) failure).errors())));
    }

    private static Page asking(UserRow user, PageMessages words) {
        return Page.asking(
                ReaderLanguage.of(user.language).tag(),
                words.activationTitle(),
                words.activationText(user.email),
                words.activationButton());
    }

    private Page done(UserRow user) {
        ReaderLanguage language = ReaderLanguage.of(user.language);
        PageMessages words = pages.words(language);
        return Page.telling(language.tag(), words.activatedTitle(), words.activatedText(user.email));
    }
}
