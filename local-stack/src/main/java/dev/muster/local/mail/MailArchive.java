package dev.muster.local.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.local.StackFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The caught mails on disk, one JSON object a line, oldest first; there after a restart and while nothing runs. */
public final class MailArchive {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    public MailArchive(Path file) {
        this.file = file;
    }

    /** Shows every mail caught so far, oldest first and one at a time; a line that a crash cut short is left out. */
    public void read(Consumer<Mail> reader) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                parse(line).ifPresent(reader);
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new StackFailure("cannot read the mails in " + file + ": " + e.getMessage(), e);
        }
    }

    /** The last mails caught, so many at most, oldest first. */
    public NewestMails newest(int most) {
        NewestMails newest = new NewestMails(most);
        read(newest);
        return newest;
    }

    void append(Mail mail) throws IOException {
        byte[] line = (JSON.writeValueAsString(mail) + "\n").getBytes(StandardCharsets.UTF_8);
        Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Begins anew with the given mails only. */
    void replaceWith(List<Mail> mails) throws IOException {
        Files.deleteIfExists(file);
        for (Mail mail : mails) {
            append(mail);
        }
    }

    private static Optional<Mail> parse(String line) {
        try {
            return Optional.of(JSON.readValue(line, Mail.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
