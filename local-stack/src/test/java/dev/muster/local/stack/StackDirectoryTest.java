package dev.muster.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackDirectoryTest {

    @TempDir
    private Path temporary;

    private StackDirectory directory;

    @BeforeEach
    void name() {
        directory = new StackDirectory(temporary.resolve("home"), temporary.resolve("home/.muster"));
    }

    @Test
    void itIsMadeForItsOwnerOnly() throws IOException {
        directory.create();

        assertThat(Files.getPosixFilePermissions(directory.path()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(directory.logs()).isDirectory();
        assertThat(directory.mails().getParent()).isDirectory();
        assertThat(directory.binaries()).isEqualTo(temporary.resolve("home/.muster/postgres-binaries"));
    }

    @Test
    void makingItTwiceChangesNothing() throws IOException {
        directory.create();
        Files.writeString(directory.log("org-service"), "kept");

        directory.create();

        assertThat(directory.log("org-service")).hasContent("kept");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaidInOneLine() throws IOException {
        Files.createDirectory(temporary.resolve("home"));
        Files.writeString(temporary.resolve("home/.muster"), "a file is in the way");

        assertThatThrownBy(directory::create)
                .isInstanceOf(StackFailure.class)
                .hasMessageStartingWith("cannot write in " + directory.path());
    }

    @Test
    void emptyingForgetsDataMailsAndSecretsButNotLogs() throws IOException {
        directory.create();
        Files.createDirectories(directory.postgres().resolve("base/1"));
        Files.writeString(directory.postgres().resolve("base/1/data"), "people");
        Files.writeString(directory.mails(), "mails");
        Files.writeString(directory.secrets(), "secrets");
        Files.writeString(directory.log("org-service"), "log");

        directory.empty();

        assertThat(directory.postgres()).doesNotExist();
        assertThat(directory.mails()).doesNotExist();
        assertThat(directory.secrets()).doesNotExist();
        assertThat(directory.log("org-service")).hasContent("log");
    }

    @Test
    void emptyingFollowsNoLink() throws IOException {
        directory.create();
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("file"), "untouched");
        Files.createDirectories(directory.postgres());
        Files.createSymbolicLink(directory.postgres().resolve("link"), outside);

        directory.empty();

        assertThat(outside.resolve("file")).hasContent("untouched");
    }

    @Test
    void aDiskWithTooLittleRoomIsSaidWithTheFigures() {
        assertThatThrownBy(() -> StackDirectory.requireSpace(temporary, Long.MAX_VALUE))
                .isInstanceOf(StackFailure.class)
                .hasMessageStartingWith("the disk is full: " + temporary)
                .hasMessageContaining("MiB left");
    }
}
