package dev.muster.identity.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message as it came over SMTP. */
public final class ReceivedMail {

    private static final Pattern LINK = Pattern.compile("https://muster\\.test(/pages/\\S+)");
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final MimeMessage message;

    ReceivedMail(MimeMessage message) {
        this.message = message;
    }

    public String subject() {
        return read(message::getSubject);
    }

    public String recipient() {
        return read(() -> message.getAllRecipients()[0].toString());
    }

    /** The one header of this name, null without it. */
    public String header(String name) {
        String[] values = read(() -> message.getHeader(name));
        if (values != null && values.length > 1) {
            throw new AssertionError("Header " + name + " comes " + values.length + " times");
        }
        return values == null ? null : values[0];
    }

    public String text() {
        return part("text/plain");
    }

    public String html() {
        return part("text/html");
    }

    /** The path of the link in the text. */
    public String link() {
        return first(LINK);
    }

    /** The last segment of the link: the ticket's secret. */
    public String secret() {
        return link().substring(link().lastIndexOf('/') + 1);
    }

    /** The six digits in the text. */
    public String code() {
        return first(CODE);
    }

    private String first(Pattern pattern) {
        Matcher found = pattern.matcher(text());
        if (!found.find()) {
            throw new AssertionError("There is no " + pattern + " in: " + text());
        }
        return found.group(1);
    }

    private String part(String type) {
        String found = read(() -> find(message, type));
        if (found == null) {
            throw new AssertionError("The mail has no part of type " + type);
        }
        return found;
    }

    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                String found = find(child, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private interface Reading<T> {
        T read() throws MessagingException, IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
