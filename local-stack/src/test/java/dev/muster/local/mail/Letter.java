package dev.muster.local.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** Writes a mail and sends it over real SMTP. */
final class Letter {

    private final MimeMessage message;
    private final Session session;

    private Letter(int port) {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(port));
        session = Session.getInstance(settings);
        message = new MimeMessage(session);
    }

    static Letter through(int port) {
        return new Letter(port);
    }

    Letter to(String... addresses) throws MessagingException {
        message.setFrom(new InternetAddress("no-reply@muster.example"));
        for (String address : addresses) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
        }
        return this;
    }

    Letter plain(String subject, String text) throws MessagingException {
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        return this;
    }

    Letter alternatives(String subject, String text, String html) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setContent(html, "text/html; charset=UTF-8");
        message.setSubject(subject, "UTF-8");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        return this;
    }

    Letter withAttachment(String subject, String text, String attached) throws MessagingException {
        MimeBodyPart file = new MimeBodyPart();
        file.setText(attached, "UTF-8");
        file.setFileName("notes.txt");
        file.setDisposition(MimeBodyPart.ATTACHMENT);
        MimeBodyPart body = new MimeBodyPart();
        body.setText(text, "UTF-8");
        message.setSubject(subject, "UTF-8");
        message.setContent(new MimeMultipart("mixed", file, body));
        return this;
    }

    void send() throws MessagingException {
        Transport.send(message);
    }

    void sendAs(String user, String password) throws MessagingException {
        message.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(user, password);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }
}
