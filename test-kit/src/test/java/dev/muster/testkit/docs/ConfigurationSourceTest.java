package dev.muster.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setting is documented under the name by which it is read. */
class ConfigurationSourceTest {

    @TempDir
    Path sources;

    private List<ConfigurationKey> read(String members) throws IOException {
        Files.writeString(sources.resolve("DoorConfig.java"), """
                @ConfigMapping(prefix = "muster.door")
                interface DoorConfig {
                %s
                }
                """.formatted(members));
        return ConfigurationSource.read(List.of(sources));
    }

    @Test
    void aMethodIsASettingOfItsNameOrTheOneThatItIsGiven() throws IOException {
        assertThat(read("""
                        /** How wide. */ @WithDefault("5") int openingWidth();
                        @WithName("colour") String paint();"""))
                .containsExactly(
                        new ConfigurationKey("muster.door.colour", "String", null, ""),
                        new ConfigurationKey("muster.door.opening-width", "int", "5", "How wide."));
    }

    @Test
    void aMethodWithItsParentsNameIsThePrefixItself() throws IOException {
        assertThat(read("@WithParentName @WithDefault(\"shut\") String state();"))
                .extracting(ConfigurationKey::name, ConfigurationKey::variable)
                .containsExactly(tuple("muster.door", "MUSTER_DOOR"));
    }

    @Test
    void whatMayRenameASettingIsRefusedUntilItIsUnderstood() {
        assertThatThrownBy(() -> read("@WithKeys(Rooms.class) Map<String, String> rooms();"))
                .hasMessageContaining("WithKeys")
                .hasMessageContaining("rooms");
    }
}
