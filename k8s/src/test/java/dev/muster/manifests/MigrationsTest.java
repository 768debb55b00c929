package dev.muster.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R48 a migration leaves what the previous release uses")
class MigrationsTest {

    /** What a replica of the previous release would stumble over, outside of function bodies. */
    private static final Pattern CONTRACTION = Pattern.compile(
            "drop\\s+(table|column|view|sequence|schema)|rename\\s+(to|column|constraint)|set\\s+not\\s+null"
                    + "|alter\\s+column\\s+\\S+\\s+(set\\s+data\\s+)?type",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NEW_COLUMN = Pattern.compile("add\\s+column[^,;]*", Pattern.CASE_INSENSITIVE);

    private static final String SAID = "-- contract: ";

    static Stream<Path> migrations() {
        return Stream.concat(Stream.of("service-kit"), Repository.SERVICES.stream())
                .flatMap(module -> Repository.files(module + "/src/main/resources/db").stream())
                .filter(file -> file.getFileName().toString().endsWith(".sql"));
    }

    private static List<String> contractions(String sql) {
        String statements = sql.replaceAll("(?s)\\$\\$.*?\\$\\$", "").replaceAll("(?m)--.*$", "");
        return Stream.concat(
                        CONTRACTION.matcher(statements).results().map(MatchResult::group),
                        NEW_COLUMN
                                .matcher(statements)
                                .results()
                                .map(MatchResult::group)
                                .filter(MigrationsTest::isDemanded))
                .toList();
    }

    /** A column that the previous release does not know cannot be filled by it. */
    private static boolean isDemanded(String column) {
        String lower = column.toLowerCase(Locale.ROOT);
        return lower.contains("not null") && !lower.contains("default");
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void aMigrationOnlyExpandsUnlessItSaysWhoStillUsesWhatItTakesAway(Path file) {
        String sql = Repository.read(file);

        assertThat(sql.contains(SAID) ? List.of() : contractions(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table a drop column b;",
                "drop table a;",
                "alter table a rename column b to c;",
                "alter table a alter column b set not null;",
                "alter table a alter column b type bigint;",
                "alter table a add column b text not null;"
            })
    void whatThePreviousReleaseWouldStumbleOverIsFound(String sql) {
        assertThat(contractions(sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table a add column b text;",
                "alter table a add column b text not null default '';",
                "alter table a add column b text default '' not null;",
                "create table a (b text not null);",
                "do $$ begin execute 'drop table c'; end $$;",
                "-- drop table d"
            })
    void whatOnlyExpandsPasses(String sql) {
        assertThat(contractions(sql)).isEmpty();
    }

    @Test
    void everyServiceMigratesBeforeItAnswers() {
        assertThat(Repository.SERVICES)
                .map(ServiceProperties::new)
                .allMatch(it -> "true".equals(it.get("quarkus.flyway.migrate-at-start")));
    }
}
