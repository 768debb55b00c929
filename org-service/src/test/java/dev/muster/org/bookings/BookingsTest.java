package dev.muster.org.bookings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bookings that the booking system pushes in, and what other services hear of them. */
@OrgTest
class BookingsTest {

    @Inject
    OrgFixtures fixtures;

    private long org;
    private long member;
    private SignedIn admin;

    @BeforeEach
    void anOrganization() {
        org = fixtures.organization("Acme");
        member = fixtures.viewer(org);
        admin = SignedIn.admin(fixtures.administrator(org), org);
    }

    @Test
    void aNewBookingIsCreatedAndTheSameAgainReplacesIt() {
        Response created = put("b-1", "2014-01-01T08:00:00Z", "2014-01-01T10:00:00Z");
        assertThat(created.then().statusCode(201).extract().asString())
                .isEqualTo("{\"external_id\":\"b-1\",\"user_id\":" + member + ",\"start\":\"2014-01-01T08:00:00Z\","
                        + "\"end\":\"2014-01-01T10:00:00Z\",\"title\":\"Lesson\"}");

        put("b-1", "2014-01-01T09:00:00+01:00", "2014-01-01T12:30:00.5+01:00")
                .then()
                .statusCode(200)
                .body("start", equalTo("2014-01-01T08:00:00Z"))
                .body("end", equalTo("2014-01-01T11:30:00.500Z"));

        assertThat(bookings()).isEqualTo(1);
    }

    @Test
    void sixteenPushesOfOneBookingAtOnceCreateOne() {
        admin.request().get("/organizations").then().statusCode(200);

        List<Response> answers = Race.of(16, i -> put("b-1", "2014-01-01T08:00:00Z", "2014-01-01T10:00:00Z"));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        assertThat(bookings()).isEqualTo(1);
    }

    @Test
    void aBookingMayPassToSomebodyElse() {
        put("b-1", "2014-01-01T08:00:00Z", "2014-01-01T10:00:00Z").then().statusCode(201);
        long other = fixtures.viewer(org);

        put("b-1", "{'user_id':" + other + ",'start':'2014-01-01T08:00:00Z','end':'2014-01-01T10:00:00Z'}")
                .then()
                .statusCode(200);

        assertThat(list(member, "2014-01-01T00:00:00Z", "2014-01-02T00:00:00Z")).isEmpty();
        assertThat(list(other, "2014-01-01T00:00:00Z", "2014-01-02T00:00:00Z")).containsExactly("b-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'user_id':null|/user_id",
                "'user_id':0|/user_id",
                "'user_id':'7'|/user_id",
                "'start':null|/start",
                "'start':'2014-01-01'|/start",
                "'start':'2014-01-01T08:00:00'|/start",
                "'start':1388563200|/start",
                "'end':'+10000-01-01T08:00:00Z'|/end",
                "'end':'2014-01-01T08:00:00Z'|/end",
                "'end':'2013-01-01T08:00:00Z'|/end",
                "'end':'2014-04-03T08:00:01Z'|/end",
                "'owner':true|/owner"
            })
    @DisplayName("R34 what is wrong with a booking is refused by name")
    void whatIsWrongIsNamed(String field, String pointer) {
        String name = field.substring(0, field.indexOf(':'));
        String good = "'user_id':" + member + ",'start':'2014-01-01T08:00:00Z','end':'2014-01-01T10:00:00Z'";
        String others = good.replaceAll(name + ":('[^']*'|\\d+),?", "").replaceAll(",$", "");

        put("b-1", "{" + others + "," + field + "}").then().statusCode(400).body("errors.pointer", contains(pointer));

        assertThat(bookings()).isZero();
    }

    @Test
    void aTitleThatIsTooLongIsRefused() {
        requireNoTitle("x".repeat(201));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "a\\udc00b", "\\udc00\\ud800", "\\u0000"})
    void aTitleThatCannotBeStoredAsItIsIsRefused(String escaped) {
        requireNoTitle(escaped);
    }

    private void requireNoTitle(String title) {
        put(
                        "b-1",
                        "{'user_id':" + member
                                + ",'start':'2014-01-01T08:00:00Z','end':'2014-01-01T10:00:00Z','title':'" + title
                                + "'}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/title"));
        assertThat(bookings()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "inactive"})
    void nothingIsBookedForWhoIsNoMember(String status) {
        fixtures.change(member, org, "status = '" + status + "'");

        put("b-1", "2014-01-01T08:00:00Z", "2014-01-01T10:00:00Z")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/user_id"))
                .body("errors.code", contains("no_member"));

        assertThat(bookings()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b%20", "ö"})
    void aNameThatNoBookingHasIsNotFound(String externalId) {
        admin.request()
                .delete("/api/v1/bookings/" + externalId)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void aCancelledBookingIsGone() {
        put("b-1", "2014-01-01T08:00:00Z", "2014-01-01T10:00:00Z").then().statusCode(201);

        delete(admin, "b-1").then().statusCode(204);

        assertThat(list(member, "2014-01-01T00:00:00Z", "2014-01-02T00:00:00Z")).isEmpty();
        delete(admin, "b-1").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    @DisplayName("R33 another organization's booking of the same name is another booking")
    void anotherOrganizationsBookingIsAnother() {
        put("b-1", "2014-01-01T08:00:00Z", "2014-01-01T10:00:00Z").then().statusCode(201);
        long foreign = fixtures.organization("Foreign");
        SignedIn stranger = SignedIn.admin(fixtures.administrator(foreign), foreign);

        delete(stranger, "b-1").then().statusCode(404);
        put(stranger, "b-1", "{'user_id':" + member + ",'start':'2015-01-01T08:00:00Z','end':'2015-01-01T10:00:00Z'}")
                .then()
                .statusCode(400)
                .body("errors.code", contains("no_member"));

        assertThat(list(member, "2014-01-01T00:00:00Z", "2014-01-02T00:00:00Z")).containsExactly("b-1");
    }

    @Test
    void whatOverlapsTheWindowIsListedByStartAndWhatTouchesItIsNot() {
        put("before", "2014-01-01T06:00:00Z", "2014-01-01T08:00:00Z");
        put("after", "2014-01-02T06:00:00Z", "2014-01-02T08:00:00Z");
        put("within", "2014-01-01T12:00:00Z", "2014-01-01T13:00:00Z");
        put("around", "2013-12-01T00:00:00Z", "2014-02-01T00:00:00Z");
        put("longest", "2013-10-01T08:00:01Z", "2014-01-01T08:00:01Z");
        put("across", "2014-01-02T05:59:59Z", "2014-01-02T07:00:00Z");

        assertThat(list(member, "2014-01-01T08:00:00Z", "2014-01-02T06:00:00Z"))
                .containsExactly("longest", "around", "within", "across");
    }

    @Test
    void theInternalWireFormatIsExact() {
        put("b-1", "2014-01-01T08:00:00Z", "2014-01-01T10:00:00Z").then().statusCode(201);

        String body =
                ask(member, "2014-01-01T00:00:00Z", "2014-01-02T00:00:00Z").asString();

        assertThat(body.replaceAll("\"id\":\\d+", "\"id\":1"))
                .isEqualTo("[{\"id\":1,\"externalId\":\"b-1\",\"start\":\"2014-01-01T08:00:00Z\","
                        + "\"end\":\"2014-01-01T10:00:00Z\",\"title\":\"Lesson\"}]");
    }

    @ParameterizedTest
    @CsvSource({
        ",2014-01-01T00:00:00Z,/from",
        "2014-01-01T00:00:00Z,,/to",
        "yesterday,2014-01-01T00:00:00Z,/from",
        "2014-01-01T00:00:00Z,2014-01-01T00:00:00Z,/to"
    })
    void aWindowHasTwoEnds(String from, String to, String pointer) {
        ask(member, from == null ? "" : from, to == null ? "" : to)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void aWindowIsFoundByTheIndexHoweverMuchIsStored() {
        Statements.run(
                "insert into bookings (org_id, external_id, user_id, starts_at, ends_at, version, created_at, updated_at)"
                        + " select $1::bigint, 'many-' || i, $2::bigint, timestamptz '2000-01-01' + i * interval '1 hour',"
                        + " timestamptz '2000-01-01' + (i + 1) * interval '1 hour', 0, now(), now()"
                        + " from generate_series(1, 50000) i",
                org,
                member);
        Statements.run("analyze bookings");

        List<String> plan = new ArrayList<>();
        for (Row row : Statements.run(
                "explain select * from bookings where user_id = $1 and org_id = $2 and starts_at > '2002-01-01'"
                        + " and starts_at < '2002-04-05' and ends_at > '2002-04-04' order by starts_at",
                member,
                org)) {
            plan.add(row.getString(0));
        }

        assertThat(String.join("\n", plan)).contains("bookings_of_person").doesNotContain("Seq Scan");
        assertThat(list(member, "2002-04-04T10:00:00Z", "2002-04-04T12:00:00Z")).hasSize(2);
    }

    @Test
    void whoIsDeletedTakesTheirBookingsWithThem() {
        fixtures.owner(org);
        put("b-1", "2014-01-01T08:00:00Z", "2014-01-01T10:00:00Z").then().statusCode(201);

        ServiceCaller.to("org-service")
                .delete("/internal/users/{id}/memberships", member)
                .then()
                .statusCode(204);

        assertThat(bookings()).isZero();
    }

    @Test
    void whoDoesNotAdministerBooksNothing() {
        SignedIn pilot = SignedIn.pilot(member, org);
        String body = "{'user_id':" + member + ",'start':'2014-01-01T08:00:00Z','end':'2014-01-01T10:00:00Z'}";

        put(pilot, "b-1", body).then().statusCode(403);
        put(SignedIn.withoutOrganization(member), "b-1", body).then().statusCode(403);
        given().contentType(ContentType.JSON)
                .body("{}")
                .put("/api/v1/bookings/b-1")
                .then()
                .statusCode(401);

        assertThat(bookings()).isZero();
    }

    private long bookings() {
        return fixtures.count("select count(*) from bookings where org_id = $1", org);
    }

    private Response put(String externalId, String start, String end) {
        return put(
                externalId, "{'user_id':" + member + ",'start':'" + start + "','end':'" + end + "','title':'Lesson'}");
    }

    private Response put(String externalId, String body) {
        return put(admin, externalId, body);
    }

    private static Response put(SignedIn caller, String externalId, String body) {
        return caller.request()
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .put("/api/v1/bookings/{id}", externalId);
    }

    private static Response delete(SignedIn caller, String externalId) {
        return caller.request().delete("/api/v1/bookings/{id}", externalId);
    }

    private List<String> list(long person, String from, String to) {
        return ask(person, from, to).then().statusCode(200).extract().jsonPath().getList("externalId");
    }

    private Response ask(long person, String from, String to) {
        return ServiceCaller.to("org-service")
                .queryParam("from", from)
                .queryParam("to", to)
                .get("/internal/organizations/{org}/users/{user}/bookings", org, person);
    }
}
