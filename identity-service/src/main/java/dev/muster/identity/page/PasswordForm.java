package dev.muster.identity.page;

import dev.muster.identity.Password;
import dev.muster.identity.TwoFactor;
import dev.muster.identity.UserRow;
import dev.muster.identity.page.Page.Field;
import dev.muster.identity.policy.PolicyConfig;
import dev.muster.identity.text.ReaderLanguage;
import dev.muster.kit.problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** The form for a new password, with what was wrong with the last try in the reader's words. */
@ApplicationScoped
class PasswordForm {

    private static final String PASSWORD = "password";
    private static final String REPEATED = "repeated";

    private final Pages pages;
    private final PolicyConfig policy;

    PasswordForm(Pages pages, PolicyConfig policy) {
        this.pages = pages;
        this.policy = policy;
    }

    /** What can be told without knowing the person. */
    static List<FieldError> check(String password, String repeated) {
        if (password == null || password.isEmpty()) {
            return List.of(new FieldError("/" + PASSWORD, "required", "A password is needed"));
        }
        return repeated != null && new Password(password).equals(new Password(repeated))
                ? List.of()
                : List.of(new FieldError("/" + REPEATED, "mismatch", "The two passwords are not the same"));
    }

    /** The form before the first try; {@code invitation} says in the page's words what it is for. */
    Page empty(UserRow user, Function<PageMessages, Page> invitation) {
        return form(user, invitation, List.of());
    }

    /** The form after a try that was refused. */
    Page refused(UserRow user, Function<PageMessages, Page> invitation, List<FieldError> errors) {
        PageMessages words = pages.words(ReaderLanguage.of(user.language));
        return form(user, invitation, errors).withAlert(words.inputAlert());
    }

    private Page form(UserRow user, Function<PageMessages, Page> invitation, List<FieldError> errors) {
        PageMessages words = pages.words(ReaderLanguage.of(user.language));
        int shortest = user.twoFactor == TwoFactor.OFF ? policy.shortest() : policy.shortestWithSecondFactor();
        return invitation
                .apply(words)
                .with(List.of(
                        new Field(
                                PASSWORD,
                                words.password(),
                                words.passwordHint(shortest),
                                errorOf(PASSWORD, errors, words)),
                        new Field(REPEATED, words.repeated(), null, errorOf(REPEATED, errors, words))));
    }

    private static String errorOf(String field, List<FieldError> errors, PageMessages words) {
        return errors.stream()
                .filter(error -> error.pointer().equals("/" + field))
                .findFirst()
                .map(error -> inWords(error.code(), words))
                .orElse(null);
    }

    private static String inWords(String code, PageMessages words) {
        return switch (code) {
            case "required" -> words.required();
            case "mismatch" -> words.mismatch();
            case "too_short" -> words.tooShort();
            case "too_long" -> words.tooLong();
            case "common" -> words.common();
            case "derived" -> words.derived();
            case "guessable" -> words.guessable();
            default -> words.refused();
        };
    }
}
