package dev.muster.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.muster.identity.FakePeers;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.peer.ReferenceData;
import dev.muster.testkit.reactive.Reactive;
import dev.muster.testkit.time.Eventually;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an edit does while reference-data-service does not answer. */
@IdentityTest
class EditWithoutReferenceDataTest {

    /** Two tries of 700 ms end long before, on however busy a machine; a client without a deadline of its own waits 30 s. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @Inject
    People people;

    @Inject
    Instance<ReferenceData> referenceData;

    private Person person;
    private OwnProfile profile;

    /** The class clears what is remembered of reference data, as a replica that has just started knows nothing. */
    @BeforeEach
    void aReplicaThatHasJustStarted() {
        PeersTestResource.peers().comeBack();
        Eventually.holds("the circuit is closed", this::asksReferenceData);
        referenceData.destroy(referenceData.get());
        person = people.add();
        profile = new OwnProfile(person);
        profile.view();
    }

    private boolean asksReferenceData() {
        referenceData.destroy(referenceData.get());
        return Reactive.await(() -> referenceData
                .get()
                .isCountry(FakePeers.SPAIN)
                .chain(() -> referenceData.get().isTimezone(FakePeers.MADRID))
                .onFailure()
                .recoverWithItem(false));
    }

    @AfterEach
    void everybodyIsBack() {
        PeersTestResource.peers().comeBack();
    }

    @Test
    @DisplayName("R46 an id that cannot be looked up is 503 within the deadline, not guessed, and changes nothing")
    void anIdThatCannotBeLookedUpIsUnavailable() {
        PeersTestResource.peers().fallSilent();
        long start = System.nanoTime();

        profile.edit("""
                        {"UserDetail": {"city": "Cuenca", "country_id": "195"}}""")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("SERVICE_UNAVAILABLE"))
                .body("result", is(false));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE);
        assertThat(people.row(person).getString("city")).isNull();
        assertThat(people.row(person).getInteger("country_id")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"country_id", "birthcountry_id", "timezone_id"})
    @DisplayName("R46 edits of ids are 503 at once while reference-data-service refuses connections")
    void everyIdIsUnavailable(String field) {
        PeersTestResource.peers().goAway();

        profile.edit("UserDetail", field, "\"1\"").then().statusCode(503);
    }

    @Test
    @DisplayName("R46 edits that need no reference data work while it is silent")
    void otherEditsWork() {
        PeersTestResource.peers().fallSilent();

        profile.edit("{\"UserDetail\": {\"city\": \"Cuenca\", \"country_id\": null}}")
                .then()
                .statusCode(200)
                .body("UserDetail.city", equalTo("Cuenca"));
    }

    @Test
    void whatIsRememberedIsUsed() {
        profile.edit("UserDetail", "country_id", "\"" + FakePeers.SPAIN + "\"")
                .then()
                .statusCode(200);
        PeersTestResource.peers().goAway();

        profile.edit("UserDetail", "birthcountry_id", "\"" + FakePeers.SPAIN + "\"")
                .then()
                .statusCode(200);
        profile.edit("UserDetail", "birthcountry_id", "\"" + FakePeers.NOWHERE + "\"")
                .then()
                .statusCode(400);
    }
}
