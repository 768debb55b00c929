package dev.muster.identity.activation;

import dev.muster.identity.Password;
import dev.muster.identity.UserRow;
import dev.muster.identity.page.Chooser;
import dev.muster.identity.page.Page;
import dev.muster.identity.page.PageMessages;
import dev.muster.identity.page.PasswordChoice;
import dev.muster.identity.text.ReaderLanguage;
import dev.muster.identity.ticket.TicketLink;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A new person's choice of a password. */
@ApplicationScoped
class FirstPassword implements PasswordChoice {

    private final FindActivation findActivation;
    private final ActivateUser activateUser;

    FirstPassword(FindActivation findActivation, ActivateUser activateUser) {
        this.findActivation = findActivation;
        this.activateUser = activateUser;
    }

    @Override
    public Uni<Chooser> find(TicketLink link) {
        return findActivation.find(link).map(pending -> new Chooser(pending.user(), pending.labels()));
    }

    @Override
    public Uni<Void> choose(TicketLink link, Password password) {
        return activateUser.activate(link, password).replaceWithVoid();
    }

    @Override
    public Page asking(Chooser chooser, PageMessages words) {
        UserRow user = chooser.user();
        return Page.asking(
                ReaderLanguage.of(user.language).tag(),
                words.activationTitle(),
                words.activationText(user.signInName()) + joins(chooser, words),
                words.activationButton());
    }

    private static String joins(Chooser chooser, PageMessages words) {
        return chooser.organizations().isEmpty()
                ? ""
                : " " + words.activationJoins(String.join(", ", chooser.organizations()));
    }

    @Override
    public Page done(UserRow user, PageMessages words) {
        return Page.telling(
                ReaderLanguage.of(user.language).tag(), words.activatedTitle(), words.activatedText(user.signInName()));
    }
}
