package dev.muster.reference.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares the data files of the service with their source and with what earlier releases have promised. */
class CommittedDataTest {

    private static final String REGENERATE =
            "run mvn -pl reference-data-service test-compile exec:java@regenerate and review the diff";

    private static SortedMap<String, String> committed;

    @BeforeAll
    static void readTheCommittedFiles() throws IOException {
        committed = new DataFiles(Path.of("src/main/resources/reference")).read();
    }

    @Test
    void theCommittedFilesAreWhatTheSourceSays() {
        SortedMap<String, String> generated = ReferenceDataGenerator.generate(committed);

        assertThat(committed.keySet()).as(REGENERATE).isEqualTo(generated.keySet());
        generated.forEach((file, content) ->
                assertThat(committed.get(file)).as("%s: %s", file, REGENERATE).isEqualTo(content));
    }

    @Test
    void aFirstReleaseWouldHaveTheFixedPointsToo() {
        SortedMap<String, String> generated = ReferenceDataGenerator.generate(new TreeMap<>());

        assertThat(generated.get("countries.csv").lines())
                .contains("1,AF,Afghanistan", "195,ES,Spain", "230,US,United States");
        assertThat(generated.get("timezones.csv").lines())
                .contains(
                        "1,Pacific/Midway,Pacific/Midway",
                        "85,Europe/Madrid,Europe/Madrid",
                        "90,Atlantic/Canary,Atlantic/Canary",
                        "160,America/New_York,America/New_York");
    }

    /** Add a line for what a release appends; a line that is here is never changed. */
    @Test
    void noCountryIdIsEverRenumbered() throws NoSuchAlgorithmException {
        assertThat(digestOfIds("countries.csv", 249))
                .isEqualTo("fd834a1e164f7f13eea0069651a72c378f0448a565e85a6187493828a00b0bb9");
    }

    /** Add a line for what a release appends; a line that is here is never changed. */
    @Test
    void noTimezoneIdIsEverRenumbered() throws NoSuchAlgorithmException {
        assertThat(digestOfIds("timezones.csv", 419))
                .isEqualTo("35e97765d22afdda635e68c3b00916d8b4c20cc487133dd0527f37f40a7d6b45");
    }

    @Test
    void everyIsoCountryIsThereOnce() {
        assertThat(column("countries.csv", 1))
                .doesNotHaveDuplicates()
                .containsAll(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
    }

    @Test
    void everyCanonicalZoneIsThereOnceUnderItsIanaName() {
        List<String> names = column("timezones.csv", 2);

        assertThat(names)
                .doesNotHaveDuplicates()
                .containsAll(IcuTimezones.cldrIdsByOffset().stream()
                        .map(IcuTimezones::ianaName)
                        .toList());
        assertThat(names)
                .contains(
                        "Asia/Kolkata", "Europe/Kyiv", "America/Argentina/Buenos_Aires", "America/Coyhaique", "Etc/UTC")
                .doesNotContain("Asia/Calcutta", "Europe/Kiev", "US/Eastern", "Etc/GMT+5", "SystemV/EST5");
    }

    @Test
    void idsCountUpWithoutGaps() {
        for (String file : List.of("countries.csv", "timezones.csv")) {
            List<Integer> ids = column(file, 0).stream().map(Integer::valueOf).toList();
            assertThat(ids)
                    .as(file)
                    .isEqualTo(IntStream.rangeClosed(1, ids.size()).boxed().toList());
        }
    }

    private static List<String> column(String file, int index) {
        return committed
                .get(file)
                .lines()
                .skip(1)
                .map(line -> line.split(",", 3)[index])
                .toList();
    }

    /** SHA-256 of the first rows' {@code id,key} lines; names may change. */
    private static String digestOfIds(String file, int rows) throws NoSuchAlgorithmException {
        String ids = committed
                .get(file)
                .lines()
                .skip(1)
                .limit(rows)
                .map(line -> line.split(",", 3))
                .map(cells -> cells[0] + ',' + cells[1] + '\n')
                .collect(Collectors.joining());
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.UTF_8)));
    }
}
