package dev.muster.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.People.Person;
import dev.muster.kit.problem.ProblemException;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.reactive.Reactive;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class LastAdministratorTest {

    private static final String RATED = "network_rating = 12";

    @Inject
    LastAdministrator lastAdministrator;

    @Inject
    UserRepository users;

    @Inject
    People people;

    @BeforeEach
    @AfterEach
    void nobodyElseIsAnAdministrator() {
        Statements.run("update users set network_rating = 1 where network_rating = 12");
    }

    @Test
    @DisplayName("R35 the last administrator stays")
    void theLastAdministratorStays() {
        Person last = administrator();

        assertThat(lower(last)).isFalse();

        assertThat(people.row(last).getInteger("network_rating")).isEqualTo(12);
    }

    @Test
    void oneOfTwoAdministratorsMayGo() {
        administrator();

        assertThat(lower(administrator())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"active = false", "activated_at = null", "expiration = now() - interval '1 day'"})
    @DisplayName("R35 an administrator who cannot sign in does not count")
    void anAdministratorWhoCannotSignInDoesNotCount(String state) {
        Person last = administrator();
        people.set(administrator(), state);

        assertThat(lower(last)).isFalse();
    }

    @Test
    void anAdministratorWhoCannotSignInMayGo() {
        Person disabled = administrator();
        people.set(disabled, "active = false");

        assertThat(lower(disabled)).isTrue();
    }

    @Test
    @DisplayName("R35 of administrators who all go at the same time one stays")
    void ofAdministratorsWhoGoAtTheSameTimeOneStays() {
        List<Person> all = List.of(administrator(), administrator(), administrator(), administrator());

        List<Boolean> gone = Race.of(all.size(), i -> lower(all.get(i)));

        assertThat(gone).filteredOn(went -> went).hasSize(3);
        assertThat(Statements.number("select count(*) from users where network_rating = 12"))
                .isEqualTo(1);
    }

    @Test
    void howManyPeopleThereAreCostsNothing() {
        administrator();
        Statements.run(
                "insert into users (email, email_key, created_at, updated_at)"
                        + " select n || '@crowd.example', n || '@crowd.example', now(), now() from generate_series(1, 20000) n");
        Statements.run("analyze users");
        try {
            String question =
                    LastAdministrator.IS_ANOTHER.replace("?1", "now()").replace("?2", "0");

            assertThat(Statements.pagesTouched(question)).isLessThan(50);
        } finally {
            Statements.run("delete from users where email_key like '%@crowd.example'");
        }
    }

    private Person administrator() {
        Person person = people.add();
        people.set(person, RATED);
        return person;
    }

    /** Lowers the person as a use case does; false when refused. */
    private boolean lower(Person person) {
        return Reactive.await(() -> Panache.withTransaction(
                        () -> users.findById(person.id(), LockModeType.PESSIMISTIC_WRITE)
                                .call(user -> lastAdministrator.requireAnother(user))
                                .invoke(user -> user.networkRating = 1))
                .replaceWith(true)
                .onFailure(ProblemException.class)
                .recoverWithItem(false));
    }
}
