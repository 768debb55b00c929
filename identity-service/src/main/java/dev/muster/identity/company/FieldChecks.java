package dev.muster.identity.company;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.company.DirectoryFields.FullName;
import dev.muster.identity.wire.Pointer;
import dev.muster.identity.wire.PrintableText;
import dev.muster.kit.problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The checks of {@link DirectoryFields}: each takes one field, keeps its value or notes what is wrong with it. */
final class FieldChecks {

    /** The code of a permission that the caller may not give. */
    static final String NOT_YOURS_TO_GIVE = "forbidden_permission";

    private static final String INVALID = "invalid_value";

    /** What a pattern is asked of cannot be emptied by an empty text, only by none. */
    private static final Set<String> NEVER_BLANK = Set.of("name", "email");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LIST = 100;

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_. ]+");

    /** The apostrophe has two forms in print; combining marks belong to the letters before them. */
    private static final Pattern UNICODE_NAME = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_. '\u2019-]+");

    private static final Pattern EMAIL = Pattern.compile("[^@ ]+@[^@ ]+\\.[^@ ]+");
    private static final Pattern MONTH = Pattern.compile("0?[1-9]|1[0-2]");
    private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");

    private final Map<String, String> texts;
    private final DirectoryRules rules;
    private final Map<String, Object> values = new HashMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    FieldChecks(Map<String, String> texts, DirectoryRules rules) {
        this.texts = texts;
        this.rules = rules;
    }

    DirectoryFields read() {
        return new DirectoryFields(values, errors);
    }

    void name(String field) {
        check(field, LONGEST_NAME, text -> {
            if (!(rules.unicodeNames() ? UNICODE_NAME : NAME).matcher(text).matches()) {
                return refused(field, "A name has letters, digits, spaces, dots and underscores only");
            }
            return FullName.of(text);
        });
    }

    void email(String field) {
        check(field, Integer.MAX_VALUE, text -> {
            EmailAddress address = EmailAddress.of(text);
            return EMAIL.matcher(text).matches() && address.isWellFormed()
                    ? address
                    : refused(field, "This is not an e-mail address");
        });
    }

    void text(String field, int longest) {
        check(field, longest, text -> text);
    }

    void month(String field) {
        check(
                field,
                Integer.MAX_VALUE,
                text -> MONTH.matcher(text).matches() ? Short.valueOf(text) : refused(field, "A month is 1 to 12"));
    }

    void year(String field) {
        check(
                field,
                Integer.MAX_VALUE,
                text -> YEAR.matcher(text).matches() ? Short.valueOf(text) : refused(field, "A year has four digits"));
    }

    void country(String field) {
        check(field, Integer.MAX_VALUE, text -> {
            String code = text.toUpperCase(Locale.ROOT);
            return rules.countries().contains(code)
                    ? code
                    : refused(field, "This is not an ISO 3166-1 alpha-2 code of a country");
        });
    }

    void permissions(String field, List<String> names) {
        list(field, names, LONGEST_LIST);
        if (!values.containsKey(field)) {
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            if (name.equals(rules.operatorPermission())) {
                requireMayGiveOperator(field, i);
            } else if (!rules.permissions().contains(name)) {
                errors.add(new FieldError(pointer(field, i), "unknown_permission", "There is no such permission"));
            }
        }
        values.put(
                field, DirectoryFields.sorted(names.stream().map(String::strip).toList()));
    }

    private void requireMayGiveOperator(String field, int index) {
        if (!rules.mayGiveOperator()) {
            errors.add(new FieldError(
                    pointer(field, index),
                    NOT_YOURS_TO_GIVE,
                    "Only operators of the platform may give this permission"));
        }
    }

    /** Keeps each entry once, in the order in which they came. */
    void list(String field, List<String> entries, int longest) {
        int errorsBefore = errors.size();
        if (entries.size() > LONGEST_LIST) {
            errors.add(new FieldError(
                    Pointer.of(field), "too_long", "This list has at most " + LONGEST_LIST + " entries"));
            return;
        }
        Set<String> kept = new LinkedHashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String entry = entries.get(i) == null ? "" : entries.get(i).strip();
            if (entry.isEmpty()) {
                errors.add(new FieldError(pointer(field, i), "required", "An entry of a list cannot be empty"));
            } else if (isStorable(pointer(field, i), entry, longest)) {
                kept.add(entry);
            }
        }
        if (errors.size() == errorsBefore) {
            values.put(field, List.copyOf(kept));
        }
    }

    /** Surrounding white space is not part of a value, and nothing but white space is none. */
    private void check(String field, int longest, Function<String, Object> read) {
        if (!texts.containsKey(field)) {
            return;
        }
        String text = texts.get(field) == null ? "" : texts.get(field).strip();
        if (text.isEmpty() && texts.get(field) != null && NEVER_BLANK.contains(field)) {
            errors.add(new FieldError(Pointer.of(field), INVALID, "This field cannot be empty"));
        } else if (text.isEmpty()) {
            values.put(field, null);
        } else if (isStorable(Pointer.of(field), text, longest)) {
            Object value = read.apply(text);
            if (value != null) {
                values.put(field, value);
            }
        }
    }

    private boolean isStorable(String pointer, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            errors.add(new FieldError(pointer, "too_long", "This field has at most " + longest + " characters"));
            return false;
        }
        if (!PrintableText.isLine(text)) {
            errors.add(new FieldError(pointer, INVALID, "This field has characters that cannot be printed"));
            return false;
        }
        return true;
    }

    private Object refused(String field, String detail) {
        errors.add(new FieldError(Pointer.of(field), INVALID, detail));
        return null;
    }

    private static String pointer(String field, int index) {
        return Pointer.of(field) + "/" + index;
    }
}
