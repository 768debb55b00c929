package dev.muster.identity.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.EmailAddress;
import dev.muster.identity.erasure.EraseUser;
import dev.muster.identity.erasure.Ownerships;
import dev.muster.identity.wire.CallerNetwork;
import dev.muster.kit.access.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** The account API's signed-in user, under each of the paths that its clients know, and users by e-mail. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class AccountResource {

    private final ViewAccount viewAccount;
    private final UpdateAccount updateAccount;
    private final EraseUser eraseUser;
    private final CurrentCaller caller;
    private final CallerNetwork callerNetwork;

    AccountResource(
            ViewAccount viewAccount,
            UpdateAccount updateAccount,
            EraseUser eraseUser,
            CurrentCaller caller,
            CallerNetwork callerNetwork) {
        this.viewAccount = viewAccount;
        this.updateAccount = updateAccount;
        this.eraseUser = eraseUser;
        this.caller = caller;
        this.callerNetwork = callerNetwork;
    }

    @GET
    @Path("{self:me|current}")
    public Uni<AccountView> view() {
        return viewAccount.view(caller.userId());
    }

    @PUT
    @Path("{self:me|current}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<AccountView> update(JsonNode body, @Context HttpServerRequest request) {
        return viewAccount
                .countries()
                .map(countries -> AccountFields.ofOwn(body, countries))
                .chain(fields -> updateAccount.update(caller.userId(), fields, callerNetwork.of(request)))
                .chain(viewAccount::view);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<AccountView> updateByAlias(JsonNode body, @Context HttpServerRequest request) {
        return update(body, request);
    }

    @DELETE
    @Path("{self:me|current}")
    public Uni<Void> delete() {
        return eraseUser.erase(caller.userId(), Ownerships.KEEP);
    }

    @DELETE
    public Uni<Void> deleteByAlias() {
        return delete();
    }

    @GET
    @Path("email/{email}")
    public Uni<AccountView> findByEmail(@RestPath String email) {
        return viewAccount.findByEmail(caller.session(), EmailAddress.of(email));
    }

    @GET
    @Path("{email:[^/]+(?:@|%40)[^/]+}")
    public Uni<AccountView> findByAlias(@RestPath String email) {
        return findByEmail(email);
    }
}
