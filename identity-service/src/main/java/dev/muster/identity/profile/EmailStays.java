package dev.muster.identity.profile;

import dev.muster.identity.ChangeEmail;
import dev.muster.identity.EmailAddress;
import dev.muster.identity.Password;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Stands in where no feature changes addresses: the address stays, and the caller is told so. */
@ApplicationScoped
@DefaultBean
class EmailStays implements ChangeEmail {

    @Override
    public Uni<Void> change(
            UserId userId, Password password, EmailAddress wanted, ClientNetwork network, String pointer) {
        return Uni.createFrom()
                .failure(() -> ProblemException.invalid(pointer, "read_only", "The address cannot be changed here"));
    }
}
