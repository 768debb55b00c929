package dev.muster.local.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/** The caught mails on disk, one JSON object a line, oldest first; there after a restart and while nothing runs. */
public final class MailArchive {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    public MailArchive(Path file) {
        this.file = file;
    }

    /** Every mail caught so far, oldest first; a line that a crash cut short is left out. */
    public List<Mail> read() {
        try {
            return Files.readAllLines(file).stream()
                    .map(MailArchive::parse)
                    .filter(Objects::nonNull)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new StackFailure("cannot read the mails in " + file + ": " + e.getMessage(), e);
        }
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

    private static Mail parse(String line) {
        try {
            return JSON.readValue(line, Mail.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
