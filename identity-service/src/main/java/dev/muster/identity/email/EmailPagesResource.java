package dev.muster.identity.email;

import dev.muster.identity.page.Pages;
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
        return offer(EmailPage.CONFIRMATION, userId, secret, languages);
    }

    @POST
    @Path("email-confirmation/{userId}/{secret}")
    public Uni<Response> confirm(
            @RestPath String userId, @RestPath String secret, @RestHeader("Accept-Language") String languages) {
        return act(EmailPage.CONFIRMATION, confirmEmail::confirm, userId, secret, languages);
    }

    @GET
    @Path("email-undo/{userId}/{secret}")
    public Uni<Response> offerUndo(
            @RestPath String userId, @RestPath String secret, @RestHeader("Accept-Language") String languages) {
        return offer(EmailPage.UNDO, userId, secret, languages);
    }

    @POST
    @Path("email-undo/{userId}/{secret}")
    public Uni<Response> undo(
            @RestPath String userId, @RestPath String secret, @RestHeader("Accept-Language") String languages) {
        return act(EmailPage.UNDO, undoEmailChange::undo, userId, secret, languages);
    }

    private Uni<Response> offer(EmailPage page, String userId, String secret, String languages) {
        return pages.answer(
                languages,
                () -> findOfferedChange
                        .find(TicketLink.of(userId, secret), page.ticket())
                        .chain(offered -> pages.show(page.asking(offered, pages.words(offered.language())))));
    }

    private Uni<Response> act(
            EmailPage page, Function<TicketLink, Uni<Void>> action, String userId, String secret, String languages) {
        return pages.answer(languages, () -> act(page, action, TicketLink.of(userId, secret)));
    }

    private Uni<Response> act(EmailPage page, Function<TicketLink, Uni<Void>> action, TicketLink link) {
        return findOfferedChange
                .find(link, page.ticket())
                .call(() -> action.apply(link))
                .chain(offered -> pages.show(page.telling(offered, pages.words(offered.language()))));
    }
}
