package dev.muster.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.local.StackFailure;
import dev.muster.local.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path directory;

    @Test
    void everySecretIsOfItsOwnAndHas256RandomBits() {
        Secrets secrets = Secrets.loadOrCreate(file());

        assertThat(all(secrets))
                .doesNotHaveDuplicates()
                .allSatisfy(
                        secret -> assertThat(Base64.getDecoder().decode(secret)).hasSize(32));
    }

    @Test
    void secretsAreMadeOnceAndKept() {
        Secrets first = Secrets.loadOrCreate(file());
        Secrets second = Secrets.loadOrCreate(file());

        assertThat(all(second)).containsExactlyElementsOf(all(first).toList());
    }

    @Test
    void onlyTheOwnerCanReadTheFile() throws IOException {
        Secrets.loadOrCreate(file());

        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aSecretThatAnOlderFileLacksIsAddedAndTheOthersStay() throws IOException {
        String before = Secrets.loadOrCreate(file()).serviceTokenSecret();
        Files.write(
                file(),
                Files.readAllLines(file()).stream()
                        .filter(line -> !line.startsWith("token.key"))
                        .toList());

        Secrets secrets = Secrets.loadOrCreate(file());

        assertThat(secrets.tokenKeyEncryptionKey()).isNotBlank();
        assertThat(secrets.serviceTokenSecret()).isEqualTo(before);
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidInOneLine() {
        assertThatThrownBy(() -> Secrets.loadOrCreate(directory.resolve("missing/secrets.properties")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("cannot keep the secrets");
    }

    private Path file() {
        return directory.resolve("secrets.properties");
    }

    private static Stream<String> all(Secrets secrets) {
        return Stream.concat(
                Stream.of(secrets.superuserPassword(), secrets.serviceTokenSecret(), secrets.tokenKeyEncryptionKey()),
                Stream.of(Service.values()).map(secrets::databasePassword));
    }
}
