package dev.muster.org;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whoever asks. */
@OrgTest
class MembershipRulesTest {

    @Inject
    OrgFixtures fixtures;

    private long user;
    private long org;

    @BeforeEach
    void aMember() {
        user = fixtures.user();
        org = fixtures.organization("Acme");
        fixtures.member(user, org);
    }

    @Test
    void aPersonHasOneDefaultAccount() {
        long second = fixtures.organization("Second");
        fixtures.member(user, second);
        fixtures.change(user, org, "default_account = true");

        assertThatThrownBy(() -> fixtures.change(user, second, "default_account = true"))
                .isInstanceOf(PgException.class)
                .hasMessageContaining("memberships_default_account");
    }

    @Test
    void aPersonIsInAnOrganizationOnce() {
        assertThatThrownBy(() -> fixtures.member(user, org)).hasMessageContaining("memberships_pkey");
    }

    @Test
    void anOrganizationThatDoesNotExistHasNoMembers() {
        assertThatThrownBy(() -> fixtures.member(user, 999_999_999)).hasMessageContaining("foreign key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "inactive"})
    void onlyAnActiveMemberIsAnOwner(String status) {
        assertThatThrownBy(() -> fixtures.change(user, org, "owner = true, status = '" + status + "'"))
                .hasMessageContaining("memberships_owners_are_active");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name = ''", "name = ' Acme'", "color = 'blue'", "logo = 'http://acme.example'", "slug = 'acme'"
            })
    void anOrganizationThatViewsCannotShowIsNotStored(String assignment) {
        assertThatThrownBy(() -> fixtures.changeOrganization(org, assignment)).isInstanceOf(PgException.class);
    }

    @Test
    void aSlugEndsWithTheIdThatMakesItUnique() {
        assertThatCode(() -> fixtures.changeOrganization(org, "slug = 'acme-flight-school-" + org + "'"))
                .doesNotThrowAnyException();
    }
}
