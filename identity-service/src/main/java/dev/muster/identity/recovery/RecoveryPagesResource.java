package dev.muster.identity.recovery;

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

/** The page that a mail about a forgotten password opens: GET shows and changes nothing, POST sets the password. */
@Path("/pages/password-reset/{userId}/{secret}")
@PermitAll
public class RecoveryPagesResource {

    private static final int BAD_REQUEST = 400;

    private final FindRecovery findRecovery;
    private final ResetPassword resetPassword;
    private final PasswordForm passwordForm;
    private final Pages pages;

    RecoveryPagesResource(
            FindRecovery findRecovery, ResetPassword resetPassword, PasswordForm passwordForm, Pages pages) {
        this.findRecovery = findRecovery;
        this.resetPassword = resetPassword;
        this.passwordForm = passwordForm;
        this.pages = pages;
    }

    @GET
    public Uni<Response> offer(
            @RestPath String userId, @RestPath String secret, @RestHeader("Accept-Language") String languages) {
        return pages.answer(
                languages,
                () -> findRecovery
                        .find(TicketLink.of(userId, secret))
                        .chain(user -> pages.show(passwordForm.empty(user, words -> asking(user, words)))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> reset(
            @RestPath String userId,
            @RestPath String secret,
            @RestHeader("Accept-Language") String languages,
            @RestForm String password,
            @RestForm String repeated) {
        return pages.answer(languages, () -> reset(TicketLink.of(userId, secret), password, repeated));
    }

    private Uni<Response> reset(TicketLink link, String password, String repeated) {
        return findRecovery.find(link).chain(user -> reset(link, user, password, repeated));
    }

    private Uni<Response> reset(TicketLink link, UserRow user, String password, String repeated) {
        List<FieldError> errors = PasswordForm.check(password, repeated);
        Uni<Void> reset = errors.isEmpty()
                ? resetPassword.reset(link, new Password(password))
                : Uni.createFrom().failure(() -> ProblemException.invalid(errors));
        return reset.chain(() -> pages.show(done(user)))
                .onFailure(Pages::isInput)
                .recoverWithUni(failure -> pages.show(
                        BAD_REQUEST,
                        passwordForm.refused(
                                user, words -> asking(user, words), ((ProblemException) failure).errors())));
    }

    private static Page asking(UserRow user, PageMessages words) {
        return Page.asking(
                ReaderLanguage.of(user.language).tag(), words.resetTitle(), words.resetText(), words.resetButton());
    }

    private Page done(UserRow user) {
        ReaderLanguage language = ReaderLanguage.of(user.language);
        return Page.telling(
                language.tag(),
                pages.words(language).resetDoneTitle(),
                pages.words(language).resetDoneText());
    }
}
