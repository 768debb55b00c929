package dev.muster.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The markup of the mail page; every text from a mail is escaped, its HTML only ever shown in a sandboxed frame. */
final class MailHtml {

    private MailHtml() {}

    static String page(List<Mailbox.Numbered> mails) {
        StringBuilder entries = new StringBuilder();
        for (int i = mails.size() - 1; i >= 0; i--) {
            entries.append(entry(mails.get(i)));
        }
        long newest = mails.isEmpty() ? 0 : mails.get(mails.size() - 1).number();
        return asset("/mail.html")
                .replace("{{newest}}", Long.toString(newest))
                .replace("{{count}}", Integer.toString(mails.size()))
                .replace("{{mails}}", mails.isEmpty() ? "<p class=\"empty\">No mail yet.</p>" : entries.toString());
    }

    /** The mail's own HTML as the frame's document; its links open outside the frame. */
    static String framed(Mailbox.Numbered entry) {
        return "<base target=\"_blank\">" + entry.mail().html();
    }

    /** A file of the page, by the path that it is served under. */
    static String asset(String path) {
        try (InputStream file = MailHtml.class.getResourceAsStream("/mail" + path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entry(Mailbox.Numbered entry) {
        Mail mail = entry.mail();
        return "<details id=\"mail-" + entry.number() + "\"><summary><b>" + escape(mail.subject()) + "</b><span>"
                + escape(mail.to()) + "</span><time>" + escape(mail.received()) + "</time></summary>"
                + "<p class=\"from\">From " + escape(mail.from()) + "</p>" + text(mail) + frame(entry) + "</details>\n";
    }

    private static String text(Mail mail) {
        return mail.text() == null ? "" : "<pre>" + escape(mail.text()) + "</pre>";
    }

    private static String frame(Mailbox.Numbered entry) {
        if (entry.mail().html() == null) {
            return "";
        }
        return "<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" loading=\"lazy\" title=\"The mail as HTML\""
                + " src=\"/mails/" + entry.number() + "/html\"></iframe>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
