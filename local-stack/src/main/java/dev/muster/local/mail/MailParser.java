package dev.muster.local.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Takes from a MIME message what a reader wants to see of it. */
final class MailParser {

    private MailParser() {}

    static Mail parse(MimeMessage message, String recipient, Instant received) throws MessagingException, IOException {
        return new Mail(
                recipient,
                sender(message),
                message.getSubject() == null ? "" : message.getSubject(),
                firstPart(message, "text/plain"),
                firstPart(message, "text/html"),
                received.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private static String sender(MimeMessage message) throws MessagingException {
        Address[] from = message.getFrom();
        if (from == null || from.length == 0) {
            return "";
        }
        return from[0] instanceof InternetAddress address ? address.getAddress() : from[0].toString();
    }

    private static String firstPart(Part part, String mimeType) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return null;
        }
        if (part.isMimeType(mimeType)) {
            return String.valueOf(part.getContent()).replace("\r\n", "\n");
        }
        if (!part.isMimeType("multipart/*")) {
            return null;
        }
        Multipart parts = (Multipart) part.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            String found = firstPart(parts.getBodyPart(i), mimeType);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
