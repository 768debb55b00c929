package dev.muster.identity.email;

import dev.muster.identity.page.Page;
import dev.muster.identity.page.PageMessages;
import dev.muster.identity.ticket.TicketKind;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What mails about an e-mail change lead to: the words that ask before, and those that tell afterwards.
 *
 * @param ticket the kind of ticket that opens it
 */
record EmailPage(TicketKind ticket, Words before, Words after, Function<PageMessages, String> button) {

    static final EmailPage CONFIRMATION = new EmailPage(
            TicketKind.EMAIL_CONFIRMATION,
            new Words(PageMessages::confirmTitle, PageMessages::confirmText),
            new Words(PageMessages::confirmedTitle, PageMessages::confirmedText),
            PageMessages::confirmButton);

    static final EmailPage UNDO = new EmailPage(
            TicketKind.EMAIL_UNDO,
            new Words(PageMessages::undoTitle, PageMessages::undoText),
            new Words(PageMessages::undoneTitle, PageMessages::undoneText),
            PageMessages::undoButton);

    /** A title, and a text that names the address. */
    private record Words(Function<PageMessages, String> title, BiFunction<PageMessages, String, String> text) {}

    Page asking(OfferedChange offered, PageMessages words) {
        return Page.asking(
                offered.language().tag(),
                before.title().apply(words),
                before.text().apply(words, offered.address().text()),
                button.apply(words));
    }

    Page telling(OfferedChange offered, PageMessages words) {
        return Page.telling(
                offered.language().tag(),
                after.title().apply(words),
                after.text().apply(words, offered.address().text()));
    }
}
