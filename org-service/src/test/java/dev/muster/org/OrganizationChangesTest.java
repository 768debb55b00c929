package dev.muster.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.peer.AskedGroups;
import dev.muster.testkit.reactive.Reactive;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OrgTest
class OrganizationChangesTest {

    @Inject
    OrgFixtures fixtures;

    @Inject
    OrganizationRepository organizations;

    @Inject
    MembershipRepository memberships;

    @Inject
    Announcements announcements;

    private final AskedGroups groups = new AskedGroups();
    private OrgId org;
    private UserId owner;
    private OrganizationChanges changes;

    @BeforeEach
    void anOrganization() {
        org = new OrgId(fixtures.organization("Acme"));
        owner = new UserId(fixtures.owner(org.value()));
        changes = new OrganizationChanges(organizations, fixtures.activeMembers(groups.grants()), announcements);
    }

    @Test
    @DisplayName("R46 a change asks for groups before it takes the organization's lock, and not again under it")
    void underTheLockNoOtherServiceIsAsked() {
        int askedUnderTheLock = Reactive.await(() -> changes.change(Actor.through(owner), org, standing -> {
            standing.requireAdministrator();
            return Uni.createFrom().item(groups.asked());
        }));

        assertThat(askedUnderTheLock).isEqualTo(1);
        assertThat(groups.asked()).isEqualTo(1);
    }

    @Test
    void whoIsRemovedWhileGroupsAreAskedForChangesNothing() {
        groups.beforeAnswering(() -> fixtures.change(owner.value(), org.value(), "status = 'inactive', owner = false"));
        AtomicBoolean changed = new AtomicBoolean();

        assertThatThrownBy(() -> Reactive.await(() -> changes.change(
                        Actor.through(owner),
                        org,
                        standing -> Uni.createFrom().item(changed.compareAndSet(false, true)))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(Problem.ORGANIZATION_NOT_FOUND));
        assertThat(changed).isFalse();
    }

    @Test
    @DisplayName("R46 the groups of many memberships are asked for once an organization")
    void standingsAskOnceAnOrganization() {
        OrgId second = new OrgId(fixtures.organization("Second"));
        for (int i = 0; i < 20; i++) {
            fixtures.viewer(org.value());
            fixtures.administrator(second.value());
        }
        ActiveMembers members = fixtures.activeMembers(groups.grants());

        List<Standing> standings = Reactive.await(() -> memberships
                .page(org, 0, 100)
                .chain(first -> memberships.page(second, 0, 100).map(more -> {
                    first.addAll(more);
                    return first;
                }))
                .chain(members::standings));

        assertThat(groups.asked()).isEqualTo(2);
        assertThat(standings)
                .extracting(Standing::orgId)
                .startsWith(org)
                .endsWith(second)
                .hasSize(41);
        assertThat(standings.get(40).role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(standings.get(20).role()).isEqualTo(Role.VIEWER);
    }
}
