package dev.muster.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.local.StackFailure;
import dev.muster.local.stack.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00.123456Z"), ZoneOffset.UTC);

    private final int port = FreePorts.find(1).get(0);

    @TempDir
    private Path directory;

    private MailArchive archive;
    private Mailbox box;
    private MailCatcher catcher;

    @BeforeEach
    void start() throws IOException {
        archive = new MailArchive(directory.resolve("mails.jsonl"));
        box = Mailbox.open(archive);
        catcher = MailCatcher.start(port, box, NOON);
    }

    @AfterEach
    void stop() {
        catcher.close();
    }

    @Test
    void aMailIsKeptWithBothItsTexts() throws Exception {
        Letter.through(port)
                .to("pilot@acme.example")
                .alternatives("Willkommen, Jörg", "Grüße\nund tschüß", "<p>Grüße</p>")
                .send();

        assertThat(mails())
                .containsExactly(new Mail(
                        "pilot@acme.example",
                        "no-reply@muster.example",
                        "Willkommen, Jörg",
                        "Grüße\nund tschüß",
                        "<p>Grüße</p>",
                        "2026-03-01T12:00:00.123Z"));
    }

    @Test
    void aPlainMailHasNoHtml() throws Exception {
        Letter.through(port).to("a@b.example").plain("Hello", "Text").send();

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.text().strip()).isEqualTo("Text");
            assertThat(mail.html()).isNull();
        });
    }

    @Test
    void anAttachmentIsNotTakenForTheText() throws Exception {
        Letter.through(port)
                .to("a@b.example")
                .withAttachment("Files", "the text", "the attachment")
                .send();

        assertThat(mails()).singleElement().extracting(Mail::text).isEqualTo("the text");
    }

    @Test
    void everyRecipientGetsACopyOfTheirOwn() throws Exception {
        Letter.through(port)
                .to("a@b.example", "c@d.example")
                .plain("Both", "Text")
                .send();

        assertThat(mails()).extracting(Mail::to).containsExactlyInAnyOrder("a@b.example", "c@d.example");
    }

    @Test
    void anyLoginIsAccepted() throws Exception {
        Letter.through(port).to("a@b.example").plain("Hello", "Text").sendAs("whoever", "whatever");

        assertThat(mails()).hasSize(1);
    }

    @Test
    void mailsAreOldestFirstAndInTheArchiveAtOnce() throws Exception {
        Letter.through(port).to("a@b.example").plain("first", "1").send();
        Letter.through(port).to("a@b.example").plain("second", "2").send();

        assertThat(archive.newest(Integer.MAX_VALUE).mails())
                .extracting(Mail::subject)
                .containsExactly("first", "second");
        assertThat(mails()).isEqualTo(archive.newest(Integer.MAX_VALUE).mails());
    }

    @Test
    void aTakenPortIsSaid() {
        assertThatThrownBy(() -> MailCatcher.start(port, box, NOON))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("port " + port);
    }

    private List<Mail> mails() {
        return box.all().stream().map(Mailbox.Numbered::mail).toList();
    }
}
