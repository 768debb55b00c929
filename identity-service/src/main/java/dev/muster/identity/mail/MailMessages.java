package dev.muster.identity.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of mails in English; the other languages are in {@code messages/mail_*.properties}. */
@MessageBundle(value = "mail", locale = "en")
public interface MailMessages {

    @Message("{#if name.length > 0}Hello {name},{#else}Hello,{/if}")
    String greeting(String name);

    @Message("If the button does not work, open this address:")
    String linkHint();

    @Message("The link works once, within {#if hours == 1}one hour{#else}{hours} hours{/if}.")
    String linkExpiry(long hours);

    @Message("The link works once, within {days} days.")
    String linkExpiryDays(long days);

    @Message("The link works once, within {minutes} minutes.")
    String linkExpiryMinutes(long minutes);

    @Message("The code works once, within {minutes} minutes.")
    String codeExpiry(long minutes);

    @Message("Muster sent this mail by itself; nobody reads answers to it.")
    String footer();

    @Message("Activate your Muster account")
    String activationSubject();

    @Message("An account was made for you. Choose a password to start using it.")
    String activationWhat();

    @Message("Choose a password")
    String activationAction();

    @Message("If you did not expect this, do nothing: nobody can sign in before a password is chosen.")
    String activationNotYou();

    @Message("Join {organization}")
    String invitationSubject(String organization);

    @Message("{organization} wants you as a member. You go on signing in with this address and can switch to it then.")
    String invitationWhat(String organization);

    @Message("Join")
    String invitationAction();

    @Message("If you do not want this, do nothing: nobody joins without the button.")
    String invitationNotYou();

    @Message("Confirm your new e-mail address")
    String confirmSubject();

    @Message("{email} was entered as the new e-mail address of your Muster account."
            + " Until you confirm it, you go on signing in with the old one.")
    String confirmWhat(String email);

    @Message("Confirm this address")
    String confirmAction();

    @Message("If it was not you, do nothing: the address is not used unless it is confirmed.")
    String confirmNotYou();

    @Message("Your e-mail address is being changed")
    String noticeSubject();

    @Message("{email} was entered as the new e-mail address of your Muster account."
            + " It takes the place of this one as soon as it is confirmed.")
    String noticeWhat(String email);

    @Message("Undo the change")
    String noticeAction();

    @Message("If it was you, there is nothing to do."
            + " If it was not you, undo the change and then choose another password.")
    String noticeNotYou();

    @Message("Somebody entered your e-mail address")
    String takenSubject();

    @Message("Somebody entered this address as the new address of another Muster account."
            + " It belongs to yours already, so nothing has changed.")
    String takenWhat();

    @Message("If it was you, sign in with this address. If it was not you, there is nothing to do.")
    String takenNotYou();

    @Message("Choose another password")
    String resetSubject();

    @Message("Somebody, probably you, asked for another password for your Muster account.")
    String resetWhat();

    @Message("Choose a password")
    String resetAction();

    @Message("If it was not you, do nothing: your password stays as it is.")
    String resetNotYou();

    @Message("Your password was changed")
    String changedSubject();

    @Message("The password of your Muster account was changed through a link in a mail."
            + " Every device was signed out.")
    String changedWhat();

    @Message("If it was not you, ask for another password at once and tell your administrator.")
    String changedNotYou();

    @Message("Your sign-in code")
    String codeSubject();

    @Message("Enter this code to sign in to Muster:")
    String codeWhat();

    @Message("Tell it to nobody. If it was not you, somebody knows your password: choose another one.")
    String codeNotYou();

    @Message("Your sign-in protection was changed")
    String factorSubject();

    @Message("The way in which you prove yourself besides your password was changed in your Muster account.")
    String factorWhat();

    @Message("If it was not you, choose another password at once and tell your administrator.")
    String factorNotYou();
}
