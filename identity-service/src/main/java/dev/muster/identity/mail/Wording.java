package dev.muster.identity.mail;

/**
 * What differs between the kinds of mail.
 *
 * @param action the button's label, null without a link
 * @param page the page that the link opens, null without a link
 */
record Wording(String subject, String what, String action, String page, String notYou) {

    static Wording of(OrderedMail mail, MailMessages words) {
        return switch (mail.kind()) {
            case ACTIVATION ->
                new Wording(
                        words.activationSubject(),
                        words.activationWhat(),
                        words.activationAction(),
                        "activation",
                        words.activationNotYou());
            case INVITATION ->
                new Wording(
                        words.invitationSubject(mail.about()),
                        words.invitationWhat(mail.about()),
                        words.invitationAction(),
                        "invitation",
                        words.invitationNotYou());
            case EMAIL_CONFIRMATION ->
                new Wording(
                        words.confirmSubject(),
                        words.confirmWhat(mail.about()),
                        words.confirmAction(),
                        "email-confirmation",
                        words.confirmNotYou());
            case EMAIL_CHANGE_NOTICE ->
                new Wording(
                        words.noticeSubject(),
                        words.noticeWhat(mail.about()),
                        words.noticeAction(),
                        "email-undo",
                        words.noticeNotYou());
            case PASSWORD_RESET ->
                new Wording(
                        words.resetSubject(),
                        words.resetWhat(),
                        words.resetAction(),
                        "password-reset",
                        words.resetNotYou());
            case EMAIL_TAKEN -> withoutLink(words.takenSubject(), words.takenWhat(), words.takenNotYou());
            case PASSWORD_RESET_NOTICE ->
                withoutLink(words.changedSubject(), words.changedWhat(), words.changedNotYou());
            case SIGN_IN_CODE -> withoutLink(words.codeSubject(), words.codeWhat(), words.codeNotYou());
            case SECOND_FACTOR_NOTICE -> withoutLink(words.factorSubject(), words.factorWhat(), words.factorNotYou());
        };
    }

    private static Wording withoutLink(String subject, String what, String notYou) {
        return new Wording(subject, what, null, null, notYou);
    }
}
