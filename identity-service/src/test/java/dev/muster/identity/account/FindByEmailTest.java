package dev.muster.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.FakeOrganizations;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.company.MembershipNews;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IdentityTest
class FindByEmailTest {

    private static final int ACME = FakeOrganizations.ACME;
    private static final int ELSEWHERE = 77;
    private static final int STUDENT = 120;

    @Inject
    People people;

    @ParameterizedTest
    @CsvSource({"/users/email/, @", "/users/email/, %40", "/users/, @", "/users/, %40"})
    void aMemberIsFoundByAdministratorsUnderEitherPath(String path, String at) {
        Person member = member(ACME, "active");
        long own = PeersTestResource.organizations().foundFor(member.id());

        admin().request()
                .urlEncodingEnabled(false)
                .get(path + member.email().toUpperCase(Locale.ROOT).replace("@", at))
                .then()
                .statusCode(200)
                .body("id", equalTo((int) member.id()))
                .body("email", equalTo(member.email()))
                .body("default_account.id", equalTo((int) own));
    }

    @Test
    void aMemberIsFoundByWhoeverMayReadMembers() {
        Person member = member(ACME, "active");
        SignedIn reader = SignedIn.as(people.add().id(), SignedIn.member(ACME, STUDENT, Set.of("members.read")), 1);

        find(reader, member.email()).then().statusCode(200).body("id", equalTo((int) member.id()));
    }

    @Test
    void everybodyFindsThemselves() {
        Person person = people.add();

        find(SignedIn.withoutOrganization(person.id()), person.email())
                .then()
                .statusCode(200)
                .body("id", equalTo((int) person.id()));
    }

    @Test
    @DisplayName("R33 who is unknown, elsewhere, only invited, not a member any more or not readable gets one answer")
    void everybodyElseGetsOneAnswer() {
        Person foreign = member(ELSEWHERE, "active");
        Person invited = member(ACME, "pending");
        Person gone = member(ACME, "inactive");
        Person unreadable = member(ACME, "active");
        SignedIn admin = admin();
        SignedIn student = SignedIn.as(people.add().id(), SignedIn.member(ACME, STUDENT, Set.of()), 1);

        List<Response> answers = List.of(
                find(admin, "nobody@people.example"),
                find(admin, "no-address@"),
                find(admin, foreign.email()),
                find(admin, invited.email()),
                find(admin, gone.email()),
                find(student, unreadable.email()),
                find(SignedIn.withoutOrganization(people.add().id()), unreadable.email()));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(withoutTrace(answer)).isEqualTo(withoutTrace(answers.get(0)));
            assertThat(answer.headers()).hasSameSizeAs(answers.get(0).headers());
        });
    }

    /** What differs from answer to answer whoever asks. */
    private static JsonObject withoutTrace(Response answer) {
        JsonObject body = new JsonObject(answer.asString());
        body.remove("trace_id");
        body.remove("traceId");
        body.remove("instance");
        return body;
    }

    @Test
    @DisplayName(
            "R33 a look-up that finds nobody takes one statement and asks nobody, whether or not there is somebody")
    void aLookUpThatFindsNobodyIsOneStatement() {
        Person foreign = member(ELSEWHERE, "active");
        SignedIn admin = admin();
        find(admin, "nobody@people.example");

        List<Long> statements = Stream.of("nobody@people.example", foreign.email())
                .map(email -> {
                    long before = statements();
                    find(admin, email).then().statusCode(404);
                    return statements() - before;
                })
                .toList();

        assertThat(statements).containsExactly(1L, 1L);
        assertThat(PeersTestResource.organizations().asked("GET", "/internal/users/" + foreign.id()))
                .isEmpty();
    }

    private static long statements() {
        return Statements.calls("select%from%users%");
    }

    private Person member(int orgId, String status) {
        Person member = people.add();
        MembershipNews.tell(orgId, member.id(), 1, status).statusCode(204);
        return member;
    }

    private SignedIn admin() {
        return SignedIn.admin(people.add().id(), ACME);
    }

    private static Response find(SignedIn caller, String email) {
        return caller.request().get("/users/email/" + email);
    }
}
