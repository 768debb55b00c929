package dev.muster.identity.profile;

import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.peer.ReferenceData;
import dev.muster.kit.access.LiveSession;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Shows the caller's own profile: one local row, the membership that the session carries, a remembered group name. */
@ApplicationScoped
public class ViewProfile {

    private final UserRepository users;
    private final ReferenceData referenceData;

    ViewProfile(UserRepository users, ReferenceData referenceData) {
        this.users = users;
        this.referenceData = referenceData;
    }

    public Uni<ProfileView> view(LiveSession session) {
        return Panache.withSession(() -> users.get(session.userId())).chain(user -> show(user, session));
    }

    private Uni<ProfileView> show(UserRow user, LiveSession session) {
        return groupName(session).map(name -> ProfileView.of(user, session.activeMember(), name));
    }

    private Uni<Optional<String>> groupName(LiveSession session) {
        return session.activeMember()
                .map(member -> referenceData.groupName(member.orgId(), member.groupId()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
