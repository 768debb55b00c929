package dev.muster.identity.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.sealing.SecretKey;
import dev.muster.kit.id.UserId;
import dev.muster.testkit.reactive.Reactive;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mails say, kind by kind and language by language. */
@IdentityTest
class MailWordsTest {

    private static final String ID = "00000000-0000-0000-0000-000000000001";
    private static final String SECRET = "a-secret-that-is-shown";
    private static final long HOUR = 3600;

    @Inject
    MailTexts texts;

    @Inject
    SecretKey key;

    @Inject
    People people;

    @Inject
    SendMail sendMail;

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "de"})
    @DisplayName("R19 every kind of mail has a subject and a text of its own in every language")
    void everyKindHasWordsOfItsOwn(String language) {
        List<MailText> mails = Arrays.stream(MailKind.values())
                .map(kind -> texts.of(order(kind, language, HOUR)))
                .toList();

        assertThat(mails).extracting(MailText::subject).doesNotHaveDuplicates();
        assertThat(mails).extracting(MailText::what).doesNotHaveDuplicates();
        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.language()).isEqualTo(language);
            assertThat(List.of(mail.subject(), mail.greeting(), mail.what(), mail.notYou(), mail.footer()))
                    .allSatisfy(words -> assertThat(words).isNotBlank().doesNotContain("{", "}", "\n"));
        });
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    @DisplayName("R19 no sentence of a mail was left in English")
    void nothingIsLeftInEnglish(MailKind kind) {
        List<String> english = sentences(texts.of(order(kind, "en", HOUR)));

        for (String language : List.of("es", "fr", "de")) {
            assertThat(sentences(texts.of(order(kind, language, HOUR))))
                    .hasSameSizeAs(english)
                    .doesNotContainAnyElementsOf(english);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVATION, activation",
        "EMAIL_CONFIRMATION, email-confirmation",
        "EMAIL_CHANGE_NOTICE, email-undo",
        "PASSWORD_RESET, password-reset"
    })
    void aLinkLeadsToThePageOfItsKind(MailKind kind, String page) {
        MailText mail = texts.of(order(kind, "en", HOUR));

        assertThat(mail.link()).isEqualTo("https://muster.test/pages/" + page + "/100077/" + SECRET);
        assertThat(mail.action()).isNotBlank();
        assertThat(mail.code()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"EMAIL_TAKEN", "PASSWORD_RESET_NOTICE", "SECOND_FACTOR_NOTICE"})
    @DisplayName("R31 a mail that needs no secret shows none, though it was ordered with one")
    void aMailThatNeedsNoSecretShowsNone(MailKind kind) {
        MailText mail = texts.of(order(kind, "en", HOUR));

        assertThat(mail.link()).isNull();
        assertThat(mail.action()).isNull();
        assertThat(mail.code()).isNull();
        assertThat(mail.expiry()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 3600 | The link works once, within one hour.",
                "en | 86400 | The link works once, within 24 hours.",
                "en | 259200 | The link works once, within 3 days.",
                "en | 5400 | The link works once, within 90 minutes.",
                "es | 3600 | El enlace sirve una sola vez, durante una hora.",
                "es | 86400 | El enlace sirve una sola vez, durante 24 horas.",
                "es | 259200 | El enlace sirve una sola vez, durante 3 días.",
                "fr | 3600 | Le lien fonctionne une seule fois, pendant une heure.",
                "fr | 604800 | Le lien fonctionne une seule fois, pendant 7 jours.",
                "fr | 1800 | Le lien fonctionne une seule fois, pendant 30 minutes.",
                "de | 3600 | Der Link gilt einmal, innerhalb einer Stunde.",
                "de | 86400 | Der Link gilt einmal, innerhalb von 24 Stunden.",
                "de | 259200 | Der Link gilt einmal, innerhalb von 3 Tagen."
            })
    @DisplayName("R16 a mail says how long its link is good")
    void aMailSaysHowLongItsLinkIsGood(String language, long seconds, String words) {
        assertThat(texts.of(order(MailKind.PASSWORD_RESET, language, seconds)).expiry())
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The code works once, within 10 minutes.",
                "es | El código sirve una sola vez, durante 10 minutos.",
                "fr | Le code fonctionne une seule fois, pendant 10 minutes.",
                "de | Der Code gilt einmal, innerhalb von 10 Minuten."
            })
    void aCodeIsShownAndSaysHowLongItIsGood(String language, String words) {
        MailText mail = texts.of(order(MailKind.SIGN_IN_CODE, language, 600));

        assertThat(mail.code()).isEqualTo(SECRET);
        assertThat(mail.link()).isNull();
        assertThat(mail.expiry()).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    @DisplayName("R31 to an address that nobody has proven no mail repeats what a person calls themselves")
    void strangersAreNotCalledByAName(MailKind kind) {
        boolean toAStranger = kind == MailKind.ACTIVATION || kind == MailKind.EMAIL_CONFIRMATION;

        assertThat(texts.of(order(kind, "en", HOUR)).greeting()).isEqualTo(toAStranger ? "Hello," : "Hello Ada,");
    }

    @Test
    @DisplayName("R31 a name with line breaks makes no header of a mail")
    void aNameMakesNoHeader() {
        Person person = people.add();
        String name = "Ada\r\nBcc: all@people.example\r\n\r\nBuy now";
        Recipient recipient = new Recipient(new UserId(person.id()), person.email(), name, "en");
        Reactive.await(() -> Panache.withTransaction(() -> sendMail.send(MailKind.EMAIL_TAKEN, recipient, null)));

        ReceivedMail mail = MailTestResource.server().awaitOnly(person.email());

        assertThat(mail.header("Bcc")).isNull();
        assertThat(mail.subject()).isEqualTo("Somebody entered your e-mail address");
        assertThat(MailTestResource.server().mails("all@people.example")).isEmpty();
    }

    private OrderedMail order(MailKind kind, String language, long lifetimeSeconds) {
        return new OrderedMail(
                ID,
                kind,
                new UserId(100_077),
                "ada@people.example",
                "Ada",
                language,
                "new@people.example",
                key.seal(SendMail.sealPurpose(ID), SECRET),
                lifetimeSeconds,
                Instant.now().plusSeconds(lifetimeSeconds));
    }

    /** What is written for people, without what is the same in every language. */
    private static List<String> sentences(MailText mail) {
        return Arrays.asList(
                        mail.subject(),
                        mail.greeting(),
                        mail.what(),
                        mail.action(),
                        mail.linkHint(),
                        mail.expiry(),
                        mail.notYou(),
                        mail.footer())
                .stream()
                .filter(sentence -> sentence != null)
                .toList();
    }
}
