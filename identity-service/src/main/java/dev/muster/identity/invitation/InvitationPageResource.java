package dev.muster.identity.invitation;

import dev.muster.identity.page.Page;
import dev.muster.identity.page.PageMessages;
import dev.muster.identity.page.Pages;
import dev.muster.identity.text.ReaderLanguage;
import dev.muster.identity.ticket.TicketLink;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The page that an invitation's mail opens: GET shows and changes nothing, POST accepts. */
@Path("/pages/invitation/{userId}/{secret}")
@PermitAll
public class InvitationPageResource {

    private final AcceptInvitation acceptInvitation;
    private final Pages pages;

    InvitationPageResource(AcceptInvitation acceptInvitation, Pages pages) {
        this.acceptInvitation = acceptInvitation;
        this.pages = pages;
    }

    @GET
    public Uni<Response> offer(
            @RestPath String userId, @RestPath String secret, @RestHeader("Accept-Language") String languages) {
        return pages.answer(
                languages,
                () -> acceptInvitation
                        .find(TicketLink.of(userId, secret))
                        .chain(offered -> pages.show(asking(offered))));
    }

    @POST
    public Uni<Response> accept(
            @RestPath String userId, @RestPath String secret, @RestHeader("Accept-Language") String languages) {
        return pages.answer(languages, () -> accept(TicketLink.of(userId, secret)));
    }

    private Uni<Response> accept(TicketLink link) {
        return acceptInvitation
                .find(link)
                .call(() -> acceptInvitation.accept(link))
                .chain(offered -> pages.show(done(offered)));
    }

    private Page asking(OfferedMembership offered) {
        ReaderLanguage language = ReaderLanguage.of(offered.user().language);
        PageMessages words = pages.words(language);
        String organization = nameOf(offered, words);
        return Page.asking(
                language.tag(),
                words.invitationTitle(organization),
                words.invitationText(offered.user().signInName(), organization),
                words.invitationButton());
    }

    private Page done(OfferedMembership offered) {
        ReaderLanguage language = ReaderLanguage.of(offered.user().language);
        PageMessages words = pages.words(language);
        String organization = nameOf(offered, words);
        return Page.telling(
                language.tag(),
                words.acceptedTitle(organization),
                words.acceptedText(offered.user().signInName(), organization));
    }

    private static String nameOf(OfferedMembership offered, PageMessages words) {
        return offered.organizationName().orElseGet(words::someOrganization);
    }
}
