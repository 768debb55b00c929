package dev.muster.local.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.muster.local.StackFailure;
import java.time.Clock;

/** An SMTP server on 127.0.0.1 that takes every mail, with any login or none, and delivers none of them. */
public final class MailCatcher implements AutoCloseable {

    private static final int START_TIMEOUT_MILLIS = 10_000;

    private final GreenMail server;

    private MailCatcher(GreenMail server) {
        this.server = server;
    }

    /** Starts to listen; fails when the port is taken. */
    public static MailCatcher start(int port, Mailbox box, Clock clock) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(START_TIMEOUT_MILLIS);
        GreenMail server = new GreenMail(setup);
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.getUserManager()
                .setMessageDeliveryHandler((message, recipient) -> new Recipient(recipient.getEmail(), box, clock));
        try {
            server.start();
        } catch (IllegalStateException e) {
            throw new StackFailure("the mail catcher cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        return new MailCatcher(server);
    }

    @Override
    public void close() {
        server.stop();
    }
}
