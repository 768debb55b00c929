package dev.muster.identity.mail;

/** The mails that Muster sends. */
public enum MailKind {
    /** To a person who has no password yet: a link to choose one. */
    ACTIVATION,
    /** To a person with an account: a link by which they join an organization. */
    INVITATION,
    /** To a new address: a link to confirm it. */
    EMAIL_CONFIRMATION,
    /** To the old address: what is going on, and a link to undo it. */
    EMAIL_CHANGE_NOTICE,
    /** To the holder of an address that somebody else entered as theirs. */
    EMAIL_TAKEN,
    /** A link to choose another password. */
    PASSWORD_RESET,
    /** After a password was set through a link. */
    PASSWORD_RESET_NOTICE,
    /** A code to sign in with. */
    SIGN_IN_CODE,
    /** After an authenticator was added or removed. */
    SECOND_FACTOR_NOTICE;

    /** Whether nobody has proven yet that the address is the person's; what they call themselves is not repeated there. */
    boolean goesToAStranger() {
        return this == ACTIVATION || this == EMAIL_CONFIRMATION;
    }
}
