package dev.muster.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.testkit.postgres.Statements;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class DirectoryListsTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @Inject
    Companies companies;

    @Inject
    People people;

    @Test
    void presentAndFormerUsersAreTwoLists() {
        Company company = companies.add();
        String active = "" + companies.member(company, "active").id();
        String pending = "" + companies.member(company, "pending").id();
        String inactive = "" + companies.member(company, "inactive").id();

        company.admin().request().get("/users").then().statusCode(200).body("id", contains(active, pending));
        company.admin().request().get("/users?inactive").then().body("id", contains(inactive));
        company.admin().request().get("/users?inactive=").then().body("id", contains(inactive));
        company.admin().request().get("/users?inactive=false").then().body("id", contains(inactive));
    }

    @Test
    void anotherCompanysUsersAreNotListed() {
        companies.member(companies.add(), "active");

        companies.add().admin().request().get("/users").then().statusCode(200).body("", empty());
    }

    @Test
    @DisplayName("R40 parts are complete and without repeats while users come and go")
    void partsAreCompleteWhileUsersComeAndGo() {
        Company company = companies.add();
        List<String> stayed = IntStream.range(0, 40)
                .mapToObj(i -> "" + companies.member(company, "active").id())
                .toList();
        List<Person> leaving = IntStream.range(0, 5)
                .mapToObj(i -> companies.member(company, "active"))
                .toList();
        AtomicBoolean changed = new AtomicBoolean();

        List<String> listed = walk(company, "/users?limit=7", () -> {
            if (changed.compareAndSet(false, true)) {
                leaving.forEach(person ->
                        Statements.run("update company_users set status = 'inactive' where user_id = $1", person.id()));
                companies.member(company, "active");
            }
        });

        assertThat(listed).doesNotHaveDuplicates().containsAll(stayed);
    }

    @Test
    void aSearchFindsNamesAndAddressesByTheirStartEachPersonOnce() {
        Company company = companies.add();
        Person byBoth = named(company, "Zoe", "Able");
        Statements.run(
                "update users set email = 'zoe.able@x.example', email_key = 'zoe.able' || id || '@x.example' where id = $1",
                byBoth.id());
        Person byName = named(company, "Zoetrope", "Baker");
        Person byAddress = named(company, "Adam", "Zoeller");
        Statements.run(
                "update users set email = 'zoeller@x.example', email_key = 'zoeller' || id || '@x.example' where id = $1",
                byAddress.id());
        named(company, "Bea", "Zoe");
        Person former = companies.member(company, "inactive");
        Statements.run("update users set first_name = 'Zoe' where id = $1", former.id());

        List<String> all = walk(company, "/users?search=ZOE&limit=100", () -> {});
        List<String> inParts = walk(company, "/users?search=zoe&limit=1", () -> {});

        assertThat(all).containsExactly("" + byBoth.id(), "" + byAddress.id(), "" + byName.id());
        assertThat(inParts).containsExactlyElementsOf(all);
    }

    @Test
    void wildcardsOfTheDatabaseAreOrdinaryCharacters() {
        Company company = companies.add();
        named(company, "Plain", "Name");

        company.admin()
                .request()
                .queryParam("search", "%")
                .get("/users")
                .then()
                .statusCode(200)
                .body("", empty());
        company.admin()
                .request()
                .queryParam("search", "p_ain")
                .get("/users")
                .then()
                .body("", empty());
    }

    @Test
    @DisplayName("A part of a list is two statements, however many it shows")
    void aPartIsTwoStatements() {
        Company company = companies.add();
        IntStream.range(0, 20).forEach(i -> companies.member(company, "active"));
        company.admin().request().get("/users").then().statusCode(200);
        long before = Statements.calls("%company_users%");

        company.admin().request().get("/users").then().statusCode(200);

        assertThat(Statements.calls("%company_users%") - before).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "after=x", "search=a&after=x", "search=a&after=MTIz"})
    void whatIsNoPositionOrLimitIsRefused(String query) {
        companies.add().admin().request().get("/users?" + query).then().statusCode(400);
    }

    /** The positions are {@code 1 p}, NUL and {@code 1 p}, line break. */
    @ParameterizedTest
    @CsvSource({"'p\u0007x', , /search", "p, MSBwAA, /after", "p, MSBwCg, /after"})
    void controlCharactersReachNoStatement(String search, String after, String pointer) {
        companies
                .add()
                .admin()
                .request()
                .queryParam("search", search)
                .queryParam("after", after == null ? "MSBw" : after)
                .get("/users")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    private Person named(Company company, String first, String last) {
        Person person = companies.member(company, "active");
        Statements.run("update users set first_name = $2, last_name = $3 where id = $1", person.id(), first, last);
        return person;
    }

    /** The ids of all parts; something may happen after each. */
    private static List<String> walk(Company company, String first, Runnable afterEach) {
        List<String> ids = new ArrayList<>();
        String next = first;
        while (next != null) {
            Response part = company.admin().request().get(URI.create(next));
            part.then().statusCode(200);
            ids.addAll(part.jsonPath().getList("id"));
            Matcher link = NEXT.matcher(part.header("Link") == null ? "" : part.header("Link"));
            next = link.find() ? link.group(1) : null;
            afterEach.run();
        }
        return ids;
    }
}
