package dev.muster.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.local.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script where something that it needs is not there; in a directory with a space in its name. */
class ScriptTest {

    private static final List<String> EVERYDAY_TOOLS = List.of(
            "bash",
            "sed",
            "awk",
            "df",
            "find",
            "head",
            "tail",
            "dirname",
            "readlink",
            "mkdir",
            "rm",
            "cat",
            "grep",
            "sleep",
            "mv",
            "touch");

    @TempDir
    private Path temporary;

    private Path home;
    private Path tools;
    private final Map<String, String> environment = new HashMap<>();

    /** What a command wrote, and how it ended. */
    private record Result(int code, String output) {}

    @BeforeEach
    void copyScript() throws IOException {
        home = Files.createDirectory(temporary.resolve("a checkout"));
        tools = Files.createDirectory(temporary.resolve("bin"));
        Files.copy(Home.path().resolve("muster"), home.resolve("muster"));
        for (String tool : EVERYDAY_TOOLS) {
            tool(tool, "exec " + which(tool) + " \"$@\"");
        }
        environment.put("PATH", tools.toString());
        environment.put("HOME", temporary.toString());
        environment.put("MUSTER_JAVA_HOME", System.getProperty("java.home"));
    }

    @Test
    void withoutACommandItExplainsItself() throws Exception {
        assertThat(muster()).satisfies(result -> {
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.output()).startsWith("Usage: ./muster <command>");
        });
        assertThat(muster("--help").code()).isZero();
        assertThat(muster("--help").output())
                .contains("up ", "down ", "status ", "mail ", "test ", "bench ", "native ");
    }

    @Test
    void anUnknownCommandIsRefused() throws Exception {
        Result result = muster("fly");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.output()).startsWith("muster: there is no command fly");
    }

    @Test
    void failingTestsAreTriedAgainOnlyWhenAsked() throws Exception {
        tool("mvn", "case \"$*\" in *-v) echo 'Apache Maven 3.9.9' ;; *) echo \"mvn $*\"; exit 1 ;; esac");

        assertThat(muster("test").output()).contains("verify").doesNotContain("rerun");
        assertThat(muster("test", "--retry").output()).contains("verify -Dsurefire.rerunFailingTestsCount=1");
        assertThat(muster("test", "--again").output()).startsWith("muster: test takes no option but --retry");
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        environment.put("MUSTER_JAVA_HOME", temporary.resolve("nowhere").toString());

        assertFails("muster: no JDK found; install JDK 17 or newer, or set JAVA_HOME to one");
    }

    @Test
    void anOldJdkIsNamedWithItsVersion() throws Exception {
        Path old = fakeJdk("11.0.2");
        environment.put("MUSTER_JAVA_HOME", old.toString());

        assertFails("muster: the newest JDK found is 11, in " + old + "; Muster needs 17 or newer");
    }

    @Test
    void aJdkOfTheOldNumberingIsOldToo() throws Exception {
        Path old = fakeJdk("1.8.0_292");
        environment.put("MUSTER_JAVA_HOME", old.toString());

        assertFails("muster: the newest JDK found is 8, in " + old + "; Muster needs 17 or newer");
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        assertFails("muster: no Maven found; install Maven 3.8.7 or newer and put mvn on the PATH");
    }

    @Test
    void anOldMavenIsNamedWithItsVersion() throws Exception {
        Path maven = tool("mvn", "echo 'Apache Maven 3.8.6 (abc)'");

        assertFails("muster: the Maven found is 3.8.6, in " + maven + "; Muster needs 3.8.7 or newer");
    }

    @Test
    void aNewerMavenIsNewEnough() throws Exception {
        tool(
                "mvn",
                "case \"$*\" in *-v) echo 'Apache Maven 3.10.0' ;; *) echo '[ERROR] no such module'; exit 1 ;; esac");

        Result result = muster("up");

        assertThat(result.output()).contains("[ERROR] no such module").contains("muster: the build failed (see ");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void aFullDiskIsSaidBeforeAnythingIsBuilt() throws Exception {
        tool("mvn", "echo 'Apache Maven 3.9.9'");
        Files.delete(tools.resolve("df"));
        tool("df", "echo Filesystem; echo '/dev/x 1000000 900000 102400 90% /'");

        assertFails("muster: the disk is full: " + home + "/.muster has 100 MiB left, building needs 700 MiB");
    }

    @Test
    void aDiskThatFillsUpDuringTheBuildIsSaid() throws Exception {
        tool(
                "mvn",
                "case \"$*\" in *-v) echo 'Apache Maven 3.9.9' ;; *) echo 'x: No space left on device'; exit 1 ;; esac");

        Result result = muster("up");

        assertThat(result.output()
                        .lines()
                        .toList()
                        .get(result.output().lines().toList().size() - 1))
                .startsWith("muster: the disk is full: the build could not write");
    }

    @Test
    void aFailedDownloadIsSaid() throws Exception {
        tool(
                "mvn",
                "case \"$*\" in *-v) echo 'Apache Maven 3.9.9' ;; *) echo '[ERROR] Could not transfer x'; exit 1 ;; esac");

        assertThat(muster("up").output()).contains("muster: Maven could not download what the build needs");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() throws Exception {
        Files.writeString(home.resolve(".muster"), "a file is in the way");

        assertFails("muster: cannot write in " + home + "; .muster has to be made there");
    }

    @Test
    void askingBeforeAnythingIsBuiltSaysWhatToDo() throws Exception {
        for (String command : List.of("status", "down", "mail")) {
            assertThat(muster(command).output())
                    .isEqualTo("muster: nothing is built yet; ./muster up builds and starts everything\n");
        }
    }

    @Test
    void nativeExecutablesNeedABuilderForThem() throws Exception {
        assertThat(muster("native").output())
                .startsWith("muster: building native executables needs GraalVM's native-image");
    }

    @Test
    void nativeExecutablesThatAreNotBuiltAreNamedBeforeAnythingIsBuilt() throws Exception {
        Path target = Files.createDirectories(home.resolve("org-service/target"));
        Files.createFile(target.resolve("org-service-0.1.0-runner"));

        Result result = muster("up", "--native");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output())
                .isEqualTo("muster: there is no native executable of reference-data-service identity-service"
                        + " session-service; ./muster native builds them\n");
        assertThat(home.resolve(".muster")).doesNotExist();
    }

    private void assertFails(String line) throws Exception {
        Result result = muster("up");

        assertThat(result.output()).isEqualTo(line + "\n");
        assertThat(result.code()).isEqualTo(1);
    }

    private Result muster(String... arguments) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("bash", home.resolve("muster").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), output);
    }

    private Path fakeJdk(String version) throws IOException {
        Path bin = Files.createDirectories(temporary.resolve("old jdk/bin"));
        for (String program : List.of("java", "javac")) {
            assertThat(Files.createFile(bin.resolve(program)).toFile().setExecutable(true))
                    .isTrue();
        }
        Files.writeString(bin.resolveSibling("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return bin.getParent();
    }

    private Path tool(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static Path which(String tool) {
        return List.of("/bin", "/usr/bin").stream()
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
