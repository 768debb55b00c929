package dev.muster.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kit.id.OrgId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberTest {

    private static final OrgId ACME = new OrgId(42);
    private static final long PILOT = 110;

    @ParameterizedTest
    @ValueSource(longs = {100, 105})
    void administratorsAdministerAndReadMembers(long group) {
        Member member = member(group, false);

        assertThat(member.administers()).isTrue();
        assertThat(member.readsMembers()).isTrue();
    }

    @Test
    void theGroupAfterTheAdministratorsHasNoPowerOfItsOwn() {
        Member member = member(106, false);

        assertThat(member.administers()).isFalse();
        assertThat(member.readsMembers()).isFalse();
    }

    @Test
    void anOwnerAdministersAndReadsMembersWhateverTheGroup() {
        Member member = member(PILOT, true);

        assertThat(member.administers()).isTrue();
        assertThat(member.readsMembers()).isTrue();
    }

    @Test
    void thePermissionToAdministerIsEnoughForBoth() {
        Member member = member(PILOT, false, "admin");

        assertThat(member.administers()).isTrue();
        assertThat(member.readsMembers()).isTrue();
    }

    @Test
    void thePermissionToReadMembersIsNoPowerToAdminister() {
        Member member = member(PILOT, false, "members.read");

        assertThat(member.administers()).isFalse();
        assertThat(member.readsMembers()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"members.write", "bookings.read"})
    void otherPermissionsReadNoMembers(String permission) {
        assertThat(member(PILOT, false, permission).readsMembers()).isFalse();
    }

    private static Member member(long group, boolean owner, String... permissions) {
        return new Member(ACME, 1, group, Set.of(permissions), owner, false, false, null, null, null);
    }
}
