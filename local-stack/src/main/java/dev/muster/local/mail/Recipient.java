package dev.muster.local.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;

/** Puts what arrives for one address into the box instead of an IMAP folder, which nobody would read. */
final class Recipient implements GreenMailUser {

    private final String address;
    private final Mailbox box;
    private final Clock clock;

    Recipient(String address, Mailbox box, Clock clock) {
        this.address = address;
        this.box = box;
        this.clock = clock;
    }

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        try {
            box.add(MailParser.parse(message, address, clock.instant()));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the mail to " + address + " cannot be kept", e);
        }
    }

    @Override
    public String getEmail() {
        return address;
    }

    @Override
    public String getLogin() {
        return address;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getQualifiedMailboxName() {
        return address;
    }

    @Override
    public void create() {}

    @Override
    public void delete() {}

    @Override
    public void setPassword(String password) {}

    @Override
    public void authenticate(String password) {}
}
