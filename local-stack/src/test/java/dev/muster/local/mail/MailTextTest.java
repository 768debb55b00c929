package dev.muster.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailTextTest {

    @Test
    void aMailReadsFromTopToBottom() {
        String text = MailText.of(mail("Welcome", "Hello,\n\nopen https://x.example/1\n", null));

        assertThat(text.lines().skip(1))
                .containsExactly(
                        "To:       pilot@acme.example",
                        "From:     no-reply@muster.example",
                        "Subject:  Welcome",
                        "Received: 2026-03-01T12:00:00Z",
                        "",
                        "  Hello,",
                        "  ",
                        "  open https://x.example/1",
                        "");
    }

    @Test
    void anHtmlMailIsShownWithoutItsTags() {
        String text = MailText.of(mail("Html", null, "<style>p{}</style><p>Hello <b>you</b></p>"));

        assertThat(text).contains("  Hello you").doesNotContain("<", "p{}");
    }

    @Test
    void aMailCannotSteerTheTerminal() {
        String text = MailText.of(mail("\u001b]0;owned\u0007\nBcc: x", "a\u001b[2Jb\u009b3Jc\rd", null));

        assertThat(text).doesNotContain("\u001b", "\u0007", "\u009b", "\r");
        assertThat(text.lines()).contains("Subject:  ]0;owned Bcc: x");
    }

    private static Mail mail(String subject, String text, String html) {
        return new Mail("pilot@acme.example", "no-reply@muster.example", subject, text, html, "2026-03-01T12:00:00Z");
    }
}
