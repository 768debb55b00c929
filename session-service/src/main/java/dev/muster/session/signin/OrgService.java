package dev.muster.session.signin;

import dev.muster.kit.id.UserId;
import dev.muster.kit.service.PeerFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Asks org-service where a person starts. */
@ApplicationScoped
public class OrgService {

    private final OrgCalls calls;

    OrgService(OrgCalls calls) {
        this.calls = calls;
    }

    /** The active membership of the person's default account, or empty for a person without any organization. */
    Uni<Optional<DefaultMember>> defaultMember(UserId userId) {
        return calls.defaultMember(userId).onFailure().transform(failure -> PeerFailure.of("org-service", failure));
    }
}
