package dev.muster.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

    @TempDir
    private Path directory;

    @Test
    void mailsAreThereAfterARestart() throws IOException {
        Mailbox.open(archive()).add(mail("kept"));

        Mailbox again = Mailbox.open(archive());
        again.add(mail("new"));

        assertThat(again.all()).extracting(entry -> entry.mail().subject()).containsExactly("kept", "new");
        assertThat(again.all()).extracting(Mailbox.Numbered::number).containsExactly(1L, 2L);
    }

    @Test
    void anEmptyBoxHasNoNewestMail() throws IOException {
        Mailbox box = Mailbox.open(archive());

        assertThat(box.newest()).isZero();
        assertThat(box.all()).isEmpty();
    }

    @Test
    void theOldestMailsLeaveMemoryWhenTheBoxIsFull() throws IOException {
        Mailbox box = Mailbox.open(archive());

        for (int i = 1; i <= Mailbox.CAPACITY + 1; i++) {
            box.add(mail("mail " + i));
        }

        assertThat(box.all()).hasSize(Mailbox.CAPACITY);
        assertThat(box.all().get(0).mail().subject()).isEqualTo("mail 2");
        assertThat(box.newest()).isEqualTo(Mailbox.CAPACITY + 1);
    }

    @Test
    void anOverlongArchiveIsCutWhenTheBoxIsOpened() throws IOException {
        Mailbox box = Mailbox.open(archive());
        for (int i = 1; i <= Mailbox.CAPACITY + 1; i++) {
            box.add(mail("mail " + i));
        }

        Mailbox.open(archive());

        assertThat(archive().newest(Integer.MAX_VALUE).mails()).hasSize(Mailbox.CAPACITY);
        assertThat(archive().newest(Integer.MAX_VALUE).mails().get(0).subject()).isEqualTo("mail 2");
    }

    @Test
    void aLineThatACrashCutShortIsLeftOut() throws IOException {
        Mailbox.open(archive()).add(mail("whole"));
        Files.writeString(directory.resolve("mails.jsonl"), "{\"to\":\"a@b", StandardOpenOption.APPEND);

        assertThat(archive().newest(Integer.MAX_VALUE).mails())
                .extracting(Mail::subject)
                .containsExactly("whole");
    }

    @Test
    void anArchiveThatCannotBeReadIsSaidInOneLine() throws IOException {
        Path unreadable = Files.createDirectory(directory.resolve("mails.jsonl"));

        assertThatThrownBy(() -> new MailArchive(unreadable).newest(1))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(unreadable.toString());
    }

    private MailArchive archive() {
        return new MailArchive(directory.resolve("mails.jsonl"));
    }

    private static Mail mail(String subject) {
        return new Mail("a@b.example", "no-reply@muster.example", subject, "text", null, "2026-03-01T12:00:00Z");
    }
}
