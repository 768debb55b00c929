package dev.muster.identity.mail;

import io.quarkus.qute.TemplateData;

/**
 * The words of one mail, in the order in which they are read.
 *
 * @param action the button's label, null for a mail without a link
 * @param linkHint introduces the link in plain sight
 * @param code a code to type, null for a mail without one
 * @param expiry how long the link or the code is good, null without either
 */
@TemplateData
public record MailText(
        String language,
        String subject,
        String greeting,
        String what,
        String action,
        String link,
        String linkHint,
        String code,
        String expiry,
        String notYou,
        String footer) {

    @Override
    public String toString() {
        return "MailText[hidden]";
    }
}
