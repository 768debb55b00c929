package dev.muster.session.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.session.signin.Client.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "192.0.2.1, Madrid, Spain",
                "192.0.2.254, Madrid, Spain",
                "198.51.100.77, -, Portugal",
                "2001:db8::1, Lisboa, Portugal",
                "203.0.113.1, -, -",
                "127.0.0.1, -, -",
                "::1, -, -",
            })
    void anAddressIsFoundInItsNetwork(String ip, String city, String country) throws IOException {
        Places places = reading(standard());

        assertThat(places.of(ip)).isEqualTo(new Place(city, country));
    }

    @Test
    void withoutADatabaseThereAreNoPlaces() {
        Places places = new Places(Optional::empty);
        places.reload();

        assertThat(places.areKnown()).isFalse();
        assertThat(places.of("192.0.2.1")).isEqualTo(Place.UNKNOWN);
    }

    @Test
    void aMissingFileCostsThePlacesOnly() {
        Places places = new Places(() -> Optional.of(directory.resolve("missing.mmdb")));
        places.reload();

        assertThat(places.areKnown()).isFalse();
        assertThat(places.of("192.0.2.1")).isEqualTo(Place.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "this is no database"})
    void aBrokenFileCostsThePlacesOnly(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("broken.mmdb"), content);
        Places places = new Places(() -> Optional.of(file));
        places.reload();

        assertThat(places.of("192.0.2.1")).isEqualTo(Place.UNKNOWN);
    }

    @Test
    void aNewerFileIsNoticed() throws IOException {
        Path file = standard();
        Places places = reading(file);
        assertThat(places.of("192.0.2.1").city()).isEqualTo("Madrid");
        new MmdbWriter().place("192.0.2.0/24", "Barcelona", "Spain").writeTo(file);

        places.reload();

        assertThat(places.of("192.0.2.1").city()).isEqualTo("Barcelona");
    }

    @Test
    void aFileThatBreaksLeavesThePlacesThatWereRead() throws IOException {
        Path file = standard();
        Places places = reading(file);
        Files.move(file, directory.resolve("gone.mmdb"));

        places.reload();

        assertThat(places.of("192.0.2.1").city()).isEqualTo("Madrid");
    }

    private Path standard() throws IOException {
        Path file = directory.resolve("city.mmdb");
        new MmdbWriter()
                .place("192.0.2.0/24", "Madrid", "Spain")
                .place("198.51.100.0/24", null, "Portugal")
                .place("2001:db8::/32", "Lisboa", "Portugal")
                .writeTo(file);
        return file;
    }

    private static Places reading(Path file) {
        Places places = new Places(() -> Optional.of(file));
        places.reload();
        return places;
    }
}
