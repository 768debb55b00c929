package dev.muster.local.mail;

import java.util.regex.Pattern;

/** Lays a mail out for reading in a terminal. */
public final class MailText {

    private static final String RULE = "-".repeat(72);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|\\u009b");
    private static final Pattern TAG = Pattern.compile("(?s)<style.*?</style>|<[^>]*>");

    private MailText() {}

    /** The mail with a rule above it; control characters are left out, so none reaches the terminal. */
    public static String of(Mail mail) {
        return RULE + "\n"
                + "To:       " + oneLine(mail.to()) + "\n"
                + "From:     " + oneLine(mail.from()) + "\n"
                + "Subject:  " + oneLine(mail.subject()) + "\n"
                + "Received: " + oneLine(mail.received()) + "\n\n"
                + clean(body(mail)).strip().indent(2) + "\n";
    }

    private static String body(Mail mail) {
        if (mail.text() != null) {
            return mail.text();
        }
        return mail.html() == null ? "" : TAG.matcher(mail.html()).replaceAll("");
    }

    private static String oneLine(String text) {
        return clean(text).replace('\n', ' ');
    }

    private static String clean(String text) {
        return CONTROL.matcher(text).replaceAll("");
    }
}
