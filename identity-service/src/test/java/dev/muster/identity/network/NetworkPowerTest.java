package dev.muster.identity.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.Companies;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IdentityTest
class NetworkPowerTest {

    @Inject
    People people;

    @Inject
    Companies companies;

    @Inject
    Pool pool;

    @BeforeEach
    void anotherAdministratorIsThere() {
        people.set(people.add(), "network_rating = 12");
    }

    @ParameterizedTest
    @CsvSource({
        "11, 10, 10, 201",
        "11, 1, 10, 201",
        "11, 10, 0, 201",
        "11, 1, 11, 403",
        "11, 1, 12, 403",
        "11, 11, 1, 403",
        "11, 11, 11, 403",
        "11, 12, 1, 403",
        "11, 12, 12, 403",
        "12, 12, 11, 201",
        "12, 11, 12, 201",
        "12, 1, 12, 201",
        "10, 1, 1, 403",
        "1, 1, 1, 403",
        "0, 1, 1, 403",
        "-1, 1, 1, 403"
    })
    @DisplayName("R32 supervisors change people who are and stay below their rating, administrators anybody")
    void whoMayChangeWhom(int rating, int present, int wanted, int status) {
        Person person = people.add();
        people.set(person, "network_rating = " + present);

        rename(SignedIn.rated(42_000, 42, rating), person, wanted).then().statusCode(status);

        assertThat(people.row(person).getString("first_name")).isEqualTo(status == 201 ? "Changed" : "Ada");
        assertThat(people.row(person).getInteger("network_rating")).isEqualTo(status == 201 ? wanted : present);
    }

    @ParameterizedTest
    @CsvSource({"active, 403", "pending, 403", "inactive, 201"})
    @DisplayName("R32 a supervisor does not change an operator of the platform, whose power is an administrator's")
    void anOperatorIsChangedByAdministratorsOnly(String status, int answer) {
        Person operator = people.add();
        companies.join(companies.add(), operator, status);
        Statements.run("update company_users set permissions = '{keaz}' where user_id = $1", operator.id());
        Map<String, Object> taken = NetworkCaller.recordOf(operator);
        taken.put("password", "Taken-Over-Lantern-55");

        NetworkCaller.supervisor().put(taken).then().statusCode(answer);

        assertThat(people.hashOf(operator).equals(People.HASH)).isEqualTo(answer == 403);
        rename(SignedIn.rated(42_000, 42, 12), operator, 1).then().statusCode(201);
    }

    @Test
    void nobodyRaisesThemselves() {
        Person supervisor = people.add();
        people.set(supervisor, "network_rating = 11");

        rename(SignedIn.rated(supervisor.id(), 42, 11), supervisor, 12).then().statusCode(403);
        rename(SignedIn.rated(supervisor.id(), 42, 11), supervisor, 11).then().statusCode(403);
    }

    @Test
    @DisplayName("R32 somebody who is promoted while a supervisor changes them is not changed")
    void somebodyPromotedMeanwhileIsNotChanged() {
        Person person = people.add();
        SqlConnection promotion = pool.getConnectionAndAwait();
        promotion.query("begin").executeAndAwait();
        promotion
                .preparedQuery("update users set network_rating = 12 where id = $1")
                .executeAndAwait(Tuple.of(person.id()));

        CompletableFuture<Response> change =
                CompletableFuture.supplyAsync(() -> rename(SignedIn.rated(42_000, 42, 11), person, 1));
        Eventually.holds(
                "the change waits for the row",
                () -> Statements.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database() and query ilike '%from users%for %update%'")
                        > 0);
        promotion.query("commit").executeAndAwait();
        promotion.closeAndAwait();

        assertThat(change.join().statusCode()).isEqualTo(403);
        assertThat(people.row(person).getString("first_name")).isEqualTo("Ada");
        assertThat(people.row(person).getInteger("network_rating")).isEqualTo(12);
    }

    @Test
    @DisplayName("R32 however promotions and changes interleave, an administrator is never changed by a supervisor")
    void anAdministratorIsNeverChangedByASupervisor() {
        for (int round = 0; round < 5; round++) {
            Person person = people.add();
            List<Integer> statuses = Race.of(
                    2,
                    i -> i == 0
                            ? rename(SignedIn.rated(42_000, 42, 11), person, 1).statusCode()
                            : promote(person));

            assertThat(statuses.get(1)).isEqualTo(1);
            assertThat(people.row(person).getInteger("network_rating"))
                    .as("a supervisor never lowers an administrator; statuses %s", statuses)
                    .isEqualTo(12);
        }
    }

    @Test
    @DisplayName("R35 the last administrator is not lowered")
    void theLastAdministratorIsNotLowered() {
        Person last = onlyAdministrator();

        rename(SignedIn.rated(last.id(), 42, 12), last, 11)
                .then()
                .statusCode(409)
                .body("code", equalTo("LAST_ADMINISTRATOR"))
                .body("msg", equalTo("The last administrator cannot go"));
        rename(SignedIn.rated(last.id(), 42, 12), last, 12).then().statusCode(201);

        assertThat(people.row(last).getInteger("network_rating")).isEqualTo(12);
    }

    @Test
    @DisplayName("R35 of two administrators who lower each other at the same time one stays")
    void ofTwoWhoLowerEachOtherOneStays() {
        for (int round = 0; round < 5; round++) {
            Person one = onlyAdministrator();
            Person other = people.add();
            people.set(other, "network_rating = 12");

            List<Integer> statuses = Race.of(
                    2,
                    i -> i == 0
                            ? rename(SignedIn.rated(one.id(), 42, 12), other, 1).statusCode()
                            : rename(SignedIn.rated(other.id(), 42, 12), one, 1).statusCode());

            assertThat(statuses).containsExactlyInAnyOrder(201, 409);
            assertThat(Statements.number("select count(*) from users where network_rating = 12"))
                    .isEqualTo(1);
        }
    }

    private Person onlyAdministrator() {
        Statements.run("update users set network_rating = 1 where network_rating = 12");
        Person person = people.add();
        people.set(person, "network_rating = 12");
        return person;
    }

    private int promote(Person person) {
        return Statements.run("update users set network_rating = 12 where id = $1", person.id())
                .rowCount();
    }

    private static Response rename(SignedIn caller, Person person, int rating) {
        Map<String, Object> user = NetworkCaller.recordOf(person);
        user.put("first_name", "Changed");
        user.put("network_rating", rating);
        return NetworkCaller.of(caller).put(user);
    }
}
