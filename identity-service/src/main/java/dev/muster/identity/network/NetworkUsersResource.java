package dev.muster.identity.network;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.access.Powers;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** The network API: people and their ratings. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
public class NetworkUsersResource {

    /** {@link Long#parseLong} takes a plus and the digits of every script; one id has one spelling. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

    private final FindNetworkUser findNetworkUser;
    private final CreateNetworkUser createNetworkUser;
    private final UpdateNetworkUser updateNetworkUser;
    private final DeleteNetworkUser deleteNetworkUser;
    private final CurrentCaller caller;

    NetworkUsersResource(
            FindNetworkUser findNetworkUser,
            CreateNetworkUser createNetworkUser,
            UpdateNetworkUser updateNetworkUser,
            DeleteNetworkUser deleteNetworkUser,
            CurrentCaller caller) {
        this.findNetworkUser = findNetworkUser;
        this.createNetworkUser = createNetworkUser;
        this.updateNetworkUser = updateNetworkUser;
        this.deleteNetworkUser = deleteNetworkUser;
        this.caller = caller;
    }

    @GET
    @Path("{cid}")
    @Authenticated
    public Uni<NetworkUserView> find(@RestPath String cid) {
        return findNetworkUser.find(power(), idOf(cid));
    }

    @POST
    @RolesAllowed(Powers.SUPERVISOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<NetworkUserView> create(PutUserRequest request) {
        return createNetworkUser.create(power(), ReadNetworkUser.toMake(request));
    }

    @PUT
    @RolesAllowed(Powers.SUPERVISOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    public Uni<NetworkUserView> update(PutUserRequest request) {
        NetworkUser wanted = ReadNetworkUser.toChange(request);
        NetworkUserRequest user = request.user();
        return updateNetworkUser.update(
                caller.session(), idOf(user.cid()), new SeenRecord(user.updatedAt(), user.createdAt()), wanted);
    }

    @DELETE
    @RolesAllowed(Powers.SUPERVISOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> delete(DeleteUserRequest request) {
        NetworkPower power = power();
        power.requireDeleting();
        if (request.cid() == null) {
            throw ProblemException.invalid("/cid", "required", "This field is needed");
        }
        return deleteNetworkUser.delete(power, idOf(request.cid()));
    }

    private NetworkPower power() {
        return NetworkPower.of(caller.session());
    }

    private static UserId idOf(String cid) {
        if (!NUMBER.matcher(cid).matches()) {
            throw notANumber();
        }
        try {
            return idOf(Long.parseLong(cid));
        } catch (NumberFormatException tooLarge) {
            throw notANumber();
        }
    }

    private static ProblemException notANumber() {
        return ProblemException.invalid("/cid", "invalid_value", "A network id is a number");
    }

    /** What is no id at all is nobody's. */
    private static UserId idOf(long cid) {
        if (cid <= 0) {
            throw new ProblemException(Problem.USER_NOT_FOUND);
        }
        return new UserId(cid);
    }
}
