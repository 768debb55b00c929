package dev.muster.identity.recovery;

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

/** The choice of a password by somebody who forgot theirs. */
@ApplicationScoped
class ForgottenPassword implements PasswordChoice {

    private final FindRecovery findRecovery;
    private final ResetPassword resetPassword;

    ForgottenPassword(FindRecovery findRecovery, ResetPassword resetPassword) {
        this.findRecovery = findRecovery;
        this.resetPassword = resetPassword;
    }

    @Override
    public Uni<Chooser> find(TicketLink link) {
        return findRecovery.find(link).map(Chooser::of);
    }

    @Override
    public Uni<Void> choose(TicketLink link, Password password) {
        return resetPassword.reset(link, password);
    }

    @Override
    public Page asking(Chooser chooser, PageMessages words) {
        return Page.asking(
                ReaderLanguage.of(chooser.user().language).tag(),
                words.resetTitle(),
                words.resetText(),
                words.resetButton());
    }

    @Override
    public Page done(UserRow user, PageMessages words) {
        return Page.telling(ReaderLanguage.of(user.language).tag(), words.resetDoneTitle(), words.resetDoneText());
    }
}
