package dev.muster.identity.page;

import dev.muster.identity.Password;
import dev.muster.identity.UserRow;
import dev.muster.identity.text.ReaderLanguage;
import dev.muster.identity.ticket.TicketLink;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The pages on which people choose a password: to look at one changes nothing, and one that is refused is asked again. */
@ApplicationScoped
public class PasswordPages {

    private static final int BAD_REQUEST = 400;

    private final PasswordForm form;
    private final Pages pages;

    PasswordPages(PasswordForm form, Pages pages) {
        this.form = form;
        this.pages = pages;
    }

    /** The form, or the page that says that the link works no more. */
    public Uni<Response> offer(PasswordChoice choice, String userId, String secret, String languages) {
        return pages.answer(
                languages,
                () -> choice.find(TicketLink.of(userId, secret))
                        .chain(chooser ->
                                pages.show(form.empty(chooser.user(), words -> choice.asking(chooser, words)))));
    }

    /** Takes the filled form. */
    public Uni<Response> submit(
            PasswordChoice choice, String userId, String secret, String languages, String password, String repeated) {
        return pages.answer(languages, () -> {
            TicketLink link = TicketLink.of(userId, secret);
            return choice.find(link).chain(chooser -> set(choice, link, chooser, password, repeated));
        });
    }

    private Uni<Response> set(
            PasswordChoice choice, TicketLink link, Chooser chooser, String password, String repeated) {
        UserRow user = chooser.user();
        List<FieldError> errors = PasswordForm.check(password, repeated);
        Uni<Void> set = errors.isEmpty()
                ? choice.choose(link, new Password(password))
                : Uni.createFrom().failure(() -> ProblemException.invalid(errors));
        return set.chain(() -> pages.show(choice.done(user, pages.words(ReaderLanguage.of(user.language)))))
                .onFailure(Pages::isInput)
                .recoverWithUni(failure -> askAgain(choice, chooser, (ProblemException) failure));
    }

    private Uni<Response> askAgain(PasswordChoice choice, Chooser chooser, ProblemException refused) {
        return pages.show(
                BAD_REQUEST, form.refused(chooser.user(), words -> choice.asking(chooser, words), refused.errors()));
    }
}
