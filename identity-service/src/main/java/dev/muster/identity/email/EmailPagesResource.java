package dev.muster.identity.email;

import dev.muster.identity.page.Page;
import dev.muster.identity.page.PageMessages;
import dev.muster.identity.page.Pages;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.TicketLink;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The pages that mails about an e-mail change open: GET shows and changes nothing, POST does. */
@Path("/pages")
@PermitAll
public class EmailPagesResource {

    private final FindOfferedChange findOfferedChange;
    private final ConfirmEmail confirmEmail;
    private final UndoEmailChange undoEmailChange;
    private final Pages pages;

    EmailPagesResource(
            FindOfferedChange findOfferedChange,
            ConfirmEmail confirmEmail,
            UndoEmailChange undoEmailChange,
            Pages pages) {
        this.findOfferedChange = findOfferedChange;
        this.confirmEmail = confirmEmail;
        this.undoEmailChange = undoEmailChange;
        this.pages = pages;
    }

    @GET
    @Path("email-confirmation/{userId}/{secret}")
    public Uni<Response> offerConfirmation(
            @RestPath String userId, @RestPath String secret, @RestHeader("Accept-Language") String languages) {
        return pages.answer(
                languages,
                () -> find(userId, secret, TicketKind.EMAIL_CONFIRMATION)
                        .chain(offered -> pages.show(asking(
                                offered,
                                PageMessages::confirmTitle,
                                words -> words.confirmText(offered.address().text()),
                                PageMessages::confirmButton))));
    }

    @POST
    @Path("email-confirmation/{userId}/{secret}")
    public Uni<Response> confirm(
            @RestPath String userId, @RestPath String secret, @RestHeader("Accept-Language") String languages) {
        return pages.answer(
                languages,
                () -> find(userId, secret, TicketKind.EMAIL_CONFIRMATION)
                        .call(() -> confirmEmail.confirm(TicketLink.of(userId, secret)))
                        .chain(offered -> pages.show(telling(
                                offered,
                                PageMessages::confirmedTitle,
                                words -> words.confirmedText(offered.address().text())))));
    }

    @GET
    @Path("email-undo/{userId}/{secret}")
    public Uni<Response> offerUndo(
            @RestPath String userId, @RestPath String secret, @RestHeader("Accept-Language") String languages) {
        return pages.answer(
                languages,
                () -> find(userId, secret, TicketKind.EMAIL_UNDO)
                        .chain(offered -> pages.show(asking(
                                offered,
                                PageMessages::undoTitle,
                                words -> words.undoText(offered.address().text()),
                                PageMessages::undoButton))));
    }

    @POST
    @Path("email-undo/{userId}/{secret}")
    public Uni<Response> undo(
            @RestPath String userId, @RestPath String secret, @RestHeader("Accept-Language") String languages) {
        return pages.answer(
                languages,
                () -> find(userId, secret, TicketKind.EMAIL_UNDO)
                        .call(() -> undoEmailChange.undo(TicketLink.of(userId, secret)))
                        .chain(offered -> pages.show(telling(
                                offered,
                                PageMessages::undoneTitle,
                                words -> words.undoneText(offered.address().text())))));
    }

    private Uni<OfferedChange> find(String userId, String secret, TicketKind kind) {
        return findOfferedChange.find(TicketLink.of(userId, secret), kind);
    }

    private Page asking(
            OfferedChange offered,
            Function<PageMessages, String> title,
            Function<PageMessages, String> text,
            Function<PageMessages, String> button) {
        PageMessages words = pages.words(offered.language());
        return Page.asking(offered.language().tag(), title.apply(words), text.apply(words), button.apply(words));
    }

    private Page telling(
            OfferedChange offered, Function<PageMessages, String> title, Function<PageMessages, String> text) {
        PageMessages words = pages.words(offered.language());
        return Page.telling(offered.language().tag(), title.apply(words), text.apply(words));
    }
}
