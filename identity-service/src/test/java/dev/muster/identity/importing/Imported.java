package dev.muster.identity.importing;

import dev.muster.identity.Companies.Company;
import dev.muster.identity.PeersTestResource;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.time.Eventually;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends files as clients do and looks at what became of them. */
final class Imported {

    private static final Duration LONGEST = Duration.ofSeconds(90);

    private Imported() {}

    static RequestSpecification csv(SignedIn caller, String file) {
        return caller.request().contentType("text/csv; charset=UTF-8").body(file.getBytes(StandardCharsets.UTF_8));
    }

    static Response post(Company company, String query, String file) {
        return csv(company.admin(), file).post("/import/users" + query);
    }

    /** The answer's job, once it has ended. */
    static JsonPath ended(Company company, Response answer) {
        String path = "/import/users/" + answer.jsonPath().getString("id");
        Eventually.holds(
                path + " has ended",
                LONGEST,
                () -> !List.of("queued", "running").contains(stateOf(company, path)));
        return company.admin().request().get(path).jsonPath();
    }

    private static String stateOf(Company company, String path) {
        return company.admin().request().get(path).jsonPath().getString("state");
    }

    /** A part of addresses that nobody else has. */
    static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** A file with so many good rows; {@link #address} tells their addresses. */
    static String file(String unique, int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> address(unique, row) + ",Row " + row)
                .collect(Collectors.joining("\n", "email,name\n", "\n"));
    }

    static String address(String unique, int row) {
        return String.format("r%06d-%s@rows.example", row, unique);
    }

    /** Pieces of files and addresses that the company's imports have left behind. */
    static long leftovers(Company company) {
        return Statements.number(
                "select (select count(*) from import_keys where job_id in (select id from import_jobs where org_id = $1))"
                        + " + (select count(*) from import_chunks where job_id in (select id from import_jobs where org_id = $1))",
                company.id());
    }

    /** The files, of whatever company, of which pieces are stored. */
    static Set<UUID> filesInPieces() {
        Set<UUID> files = new HashSet<>();
        Statements.run("select distinct job_id from import_chunks").forEach(row -> files.add(row.getUUID(0)));
        return files;
    }

    static long users(Company company) {
        return Statements.number("select count(*) from company_users where org_id = $1", company.id());
    }

    /** How often org-service was told to take in somebody of the company, and how many those are. */
    static List<Long> ordered(Company company) {
        return PeersTestResource.organizations()
                .asked("POST", "/internal/organizations/" + company.id() + "/members")
                .stream()
                .flatMap(asked -> members(asked.body().getJsonArray("members")).stream())
                .toList();
    }

    private static List<Long> members(JsonArray members) {
        return IntStream.range(0, members.size())
                .mapToObj(i -> members.getJsonObject(i).getLong("userId"))
                .toList();
    }
}
