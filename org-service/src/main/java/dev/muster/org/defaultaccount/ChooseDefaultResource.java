package dev.muster.org.defaultaccount;

import dev.muster.kit.access.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The account API's choice of a default account. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ChooseDefaultResource {

    private final ChooseDefaultAccount chooseDefaultAccount;
    private final CurrentCaller caller;

    ChooseDefaultResource(ChooseDefaultAccount chooseDefaultAccount, CurrentCaller caller) {
        this.chooseDefaultAccount = chooseDefaultAccount;
        this.caller = caller;
    }

    @PUT
    @Path("/me/default_account")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<AccountView> choose(ChooseDefaultRequest request) {
        return chooseDefaultAccount
                .choose(caller.userId(), request.orgId())
                .map(chosen -> AccountView.of(chosen.person(), chosen.standing()));
    }

    @PUT
    @Path("/default_account")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<AccountView> chooseByAlias(ChooseDefaultRequest request) {
        return choose(request);
    }
}
