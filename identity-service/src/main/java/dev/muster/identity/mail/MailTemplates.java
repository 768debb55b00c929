package dev.muster.identity.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The layout that all mails share, checked against {@link MailText} when the service is built. */
@CheckedTemplate(basePath = "mail")
final class MailTemplates {

    private MailTemplates() {}

    static native TemplateInstance html(MailText mail);

    static native TemplateInstance text(MailText mail);
}
