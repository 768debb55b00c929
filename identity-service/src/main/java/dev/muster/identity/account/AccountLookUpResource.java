package dev.muster.identity.account;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** Where org-service asks for its part of the account API. */
@Path("/internal/users/{id}/account")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Powers.SERVICE)
public class AccountLookUpResource {

    private final ViewAccount viewAccount;

    AccountLookUpResource(ViewAccount viewAccount) {
        this.viewAccount = viewAccount;
    }

    @GET
    public Uni<PersonView> find(@RestPath @Positive long id) {
        return viewAccount.person(new UserId(id));
    }
}
