package dev.muster.identity.mail;

import dev.muster.identity.sealing.SecretKey;
import dev.muster.identity.text.PublicAddress;
import dev.muster.identity.text.ReaderLanguage;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Finds the words for a mail in the reader's language, and builds its link. */
@ApplicationScoped
class MailTexts {

    private final SecretKey key;
    private final PublicAddress publicAddress;

    MailTexts(SecretKey key, PublicAddress publicAddress) {
        this.key = key;
        this.publicAddress = publicAddress;
    }

    MailText of(OrderedMail mail) {
        String language = ReaderLanguage.of(mail.language()).tag();
        MailMessages words = MessageBundles.get(MailMessages.class, Localized.Literal.of(language));
        Wording wording = Wording.of(mail, words);
        boolean isLink = wording.page() != null;
        String secret =
                mail.sealedSecret() == null ? null : key.open(SendMail.sealPurpose(mail.id()), mail.sealedSecret());
        return new MailText(
                language,
                wording.subject(),
                words.greeting(mail.kind().goesToAStranger() ? "" : mail.name()),
                wording.what(),
                wording.action(),
                isLink ? publicAddress.page(wording.page(), mail.userId(), secret) : null,
                words.linkHint(),
                mail.kind() == MailKind.SIGN_IN_CODE ? secret : null,
                expiry(mail, isLink, words),
                wording.notYou(),
                words.footer());
    }

    private static String expiry(OrderedMail mail, boolean isLink, MailMessages words) {
        Duration lifetime = Duration.ofSeconds(mail.lifetimeSeconds());
        if (!isLink) {
            return mail.kind() == MailKind.SIGN_IN_CODE ? words.codeExpiry(lifetime.toMinutes()) : null;
        }
        if (lifetime.toDays() > 1 && lifetime.equals(Duration.ofDays(lifetime.toDays()))) {
            return words.linkExpiryDays(lifetime.toDays());
        }
        return lifetime.toHours() > 0 && lifetime.equals(Duration.ofHours(lifetime.toHours()))
                ? words.linkExpiry(lifetime.toHours())
                : words.linkExpiryMinutes(lifetime.toMinutes());
    }
}
