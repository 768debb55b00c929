package dev.muster.identity.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of pages in English; the other languages are in {@code messages/page_*.properties}. */
@MessageBundle(value = "page", locale = "en")
public interface PageMessages {

    @Message("Confirm your new e-mail address")
    String confirmTitle();

    @Message("From now on you sign in with {email}.")
    String confirmText(String email);

    @Message("Confirm this address")
    String confirmButton();

    @Message("Your address is confirmed")
    String confirmedTitle();

    @Message("Sign in with {email} from now on. You can close this page.")
    String confirmedText(String email);

    @Message("Undo the change of your e-mail address")
    String undoTitle();

    @Message("Your account goes back to {email}, and every device is signed out.")
    String undoText(String email);

    @Message("Undo the change")
    String undoButton();

    @Message("The change is undone")
    String undoneTitle();

    @Message("Your account has the address {email}, and every device was signed out."
            + " If somebody else knows your password, choose another one now: ask for a mail where you sign in.")
    String undoneText(String email);

    @Message("Choose a password for your account")
    String activationTitle();

    @Message("You sign in with {email} and this password from now on.")
    String activationText(String email);

    @Message("You also join: {organizations}.")
    String activationJoins(String organizations);

    @Message("Activate the account")
    String activationButton();

    @Message("Your account is active")
    String activatedTitle();

    @Message("Sign in with {email} and your password. You can close this page.")
    String activatedText(String email);

    @Message("Join {organization}")
    String invitationTitle(String organization);

    @Message("You go on signing in with {email} and can switch to {organization} then.")
    String invitationText(String email, String organization);

    @Message("Join")
    String invitationButton();

    @Message("Welcome to {organization}")
    String acceptedTitle(String organization);

    @Message("Sign in with {email} and switch to {organization}. You can close this page.")
    String acceptedText(String email, String organization);

    @Message("the organization")
    String someOrganization();

    @Message("Choose a new password")
    String resetTitle();

    @Message("It takes the place of your old one, and every device is signed out.")
    String resetText();

    @Message("New password")
    String password();

    @Message("At least {length} characters. Several unusual words are good; nothing else is demanded.")
    String passwordHint(int length);

    @Message("New password, once more")
    String repeated();

    @Message("Set this password")
    String resetButton();

    @Message("Your password is changed")
    String resetDoneTitle();

    @Message("Every device was signed out. Sign in with the new password. You can close this page.")
    String resetDoneText();

    @Message("The password was not changed. Please look at the marked field.")
    String inputAlert();

    @Message("Please enter a password.")
    String required();

    @Message("The two passwords are not the same.")
    String mismatch();

    @Message("This password is too short.")
    String tooShort();

    @Message("This password is too long.")
    String tooLong();

    @Message("Many people have this password, so it is guessed first.")
    String common();

    @Message("This password is little more than a name that others know.")
    String derived();

    @Message("This password is easily guessed; more unusual words help.")
    String guessable();

    @Message("This password cannot be used.")
    String refused();

    @Message("This link does not work any more")
    String spentTitle();

    @Message("It was used already, it has expired, or a newer one was sent. Ask for another mail where you started.")
    String spentText();

    @Message("This address is in use by now")
    String takenTitle();

    @Message("Another account has this address, so nothing was changed.")
    String takenText();

    @Message("Please try again in a moment")
    String laterTitle();

    @Message("Nothing was changed. The link is still good.")
    String laterText();
}
