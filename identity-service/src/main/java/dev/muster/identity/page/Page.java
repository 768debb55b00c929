package dev.muster.identity.page;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * A page: what it says and, where something can be done, a form with one button.
 *
 * @param alert what went wrong with the last try, null before
 * @param button the form's button, null for a page that only tells something
 */
@TemplateData
public record Page(String language, String title, String text, String alert, List<Field> fields, String button) {

    /** A page without a form. */
    public static Page telling(String language, String title, String text) {
        return new Page(language, title, text, null, List.of(), null);
    }

    /** A page whose button does something. */
    public static Page asking(String language, String title, String text, String button) {
        return new Page(language, title, text, null, List.of(), button);
    }

    public Page with(List<Field> wanted) {
        return new Page(language, title, text, alert, wanted, button);
    }

    public Page withAlert(String wrong) {
        return new Page(language, title, text, wrong, fields, button);
    }

    /**
     * A field for a new password. Nothing that was typed is ever sent back.
     *
     * @param hint what to know before typing, or null
     * @param error what was wrong with the last try, or null
     */
    @TemplateData
    public record Field(String name, String label, String hint, String error) {

        /** The ids of the texts that belong to the field, for assistive technology; null without any. */
        public String describedBy() {
            String ids = (hint == null ? "" : name + "-hint ") + (error == null ? "" : name + "-error");
            return ids.isBlank() ? null : ids.strip();
        }
    }
}
