package dev.muster.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void whereNothingRunsStatusSaysSoAndFails() {
        assertThat(run("status")).isNotZero();

        assertThat(out).hasToString("Nothing is running. ./muster up starts everything.\n");
    }

    @Test
    void whereNothingRunsTheStatusIsJsonAllTheSame() throws IOException {
        assertThat(run("status", "--json")).isNotZero();

        JsonNode status = new ObjectMapper().readTree(out.toString());
        assertThat(status.get("phase").asText()).isEqualTo("stopped");
        assertThat(status.get("ready").asBoolean()).isFalse();
        assertThat(status.get("processes")).isEmpty();
    }

    @Test
    void whereNothingRunsDownHasNothingToDo() {
        assertThat(run("down")).isZero();

        assertThat(out).hasToString("Nothing is running.\n");
    }

    @Test
    void mailsAreReadWhileNothingRuns() throws IOException {
        writeMails();

        assertThat(run("mail")).isZero();

        assertThat(out.toString()).containsSubsequence("Subject:  first", "Subject:  second");
    }

    @Test
    void mailsAreJsonOldestFirst() throws IOException {
        writeMails();

        assertThat(run("mail", "--json")).isZero();

        JsonNode mails = new ObjectMapper().readTree(out.toString());
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).fieldNames())
                .toIterable()
                .containsExactly("to", "from", "subject", "text", "html", "received");
        assertThat(mails.get(0).get("subject").asText()).isEqualTo("first");
    }

    @Test
    void mailsCanBeOfOneRecipientOnly() throws IOException {
        writeMails();

        run("mail", "--to", "C@D.example");

        assertThat(out.toString()).contains("second").doesNotContain("first");
    }

    @Test
    void noMailIsAnEmptyArray() {
        assertThat(run("mail", "--json")).isZero();

        assertThat(out.toString().strip()).isEqualTo("[ ]");
    }

    @Test
    void noMailIsSaid() {
        assertThat(run("mail")).isZero();

        assertThat(out).hasToString("No mail yet.\n");
    }

    @Test
    void theNewestMailsAreShownUnlessAllAreWanted() throws IOException {
        writeMails(MailCommand.USUAL + 2);

        assertThat(run("mail", "--json")).isZero();
        JsonNode newest = new ObjectMapper().readTree(out.toString());
        out.getBuffer().setLength(0);
        assertThat(run("mail", "--json", "--all")).isZero();
        JsonNode all = new ObjectMapper().readTree(out.toString());

        assertThat(newest).hasSize(MailCommand.USUAL);
        assertThat(newest.get(0).get("subject").asText()).isEqualTo("mail 3");
        assertThat(all).hasSize(MailCommand.USUAL + 2);
        assertThat(err).hasToString("2 older mails are left out; --all shows them too\n");
    }

    @Test
    void aFailureIsOneLineAndAnExitCode() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int base = taken.getLocalPort() - 1;

            assertThat(run("up", "--port", Integer.toString(base))).isNotZero();

            assertThat(err.toString())
                    .startsWith("muster: port " + taken.getLocalPort() + " is taken; identity-service needs it")
                    .hasLineCount(1);
        }
    }

    @Test
    void replicasOfAServiceThatDoesNotExistAreRefused() {
        assertThat(run("up", "--replicas", "mail-service=2")).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err.toString()).contains("there is no service 'mail-service'");
    }

    private int run(String... arguments) {
        String[] withDirectory = Arrays.copyOf(arguments, arguments.length + 2);
        withDirectory[arguments.length] = "--dir";
        withDirectory[arguments.length + 1] = directory.toString();
        return Muster.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(withDirectory);
    }

    private void writeMails(int count) throws IOException {
        Files.createDirectories(directory.resolve("mail"));
        Files.write(
                directory.resolve("mail/mails.jsonl"),
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> "{\"to\":\"a@b.example\",\"from\":\"m@x.example\",\"subject\":\"mail " + i
                                + "\",\"text\":\"1\",\"html\":null,\"received\":\"2026-03-01T12:00:00Z\"}")
                        .toList());
    }

    private void writeMails() throws IOException {
        Files.createDirectories(directory.resolve("mail"));
        Files.writeString(directory.resolve("mail/mails.jsonl"), """
                {"to":"a@b.example","from":"m@x.example","subject":"first","text":"1","html":null,"received":"2026-03-01T12:00:00Z"}
                {"to":"c@d.example","from":"m@x.example","subject":"second","text":"2","html":null,"received":"2026-03-01T12:00:01Z"}
                """);
    }
}
