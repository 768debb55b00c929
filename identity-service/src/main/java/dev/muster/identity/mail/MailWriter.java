package dev.muster.identity.mail;

import dev.muster.identity.text.PublicAddress;
import io.quarkus.mailer.Mail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes a message of an ordered mail: HTML and text in the reader's language, marked as sent by a machine. */
@ApplicationScoped
class MailWriter {

    private final MailTexts texts;
    private final PublicAddress publicAddress;

    MailWriter(MailTexts texts, PublicAddress publicAddress) {
        this.texts = texts;
        this.publicAddress = publicAddress;
    }

    Uni<Mail> write(OrderedMail order) {
        MailText text = texts.of(order);
        return MailTemplates.html(text)
                .createUni()
                .chain(html -> MailTemplates.text(text).createUni().map(plain -> message(order, text, html, plain)));
    }

    private Mail message(OrderedMail order, MailText text, String html, String plain) {
        return Mail.withHtml(order.to(), text.subject(), html)
                .setText(plain)
                .addHeader("Message-ID", "<" + order.id() + "@" + publicAddress.host() + ">")
                // RFC 3834, 5; the others are what Microsoft and older responders heed
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("X-Auto-Response-Suppress", "All")
                .addHeader("Content-Language", text.language());
    }
}
