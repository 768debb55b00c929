package dev.muster.identity.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.TwoFactor;
import dev.muster.identity.wire.PrintableText;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the profile's fields may hold. */
final class FieldRules {

    private static final Pattern PHONE_CODE = Pattern.compile("\\+[0-9]{1,4}");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,8}");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final int LONGEST_URL = 2048;

    /** RFC 5646, 4.4.1: 35 characters hold every language tag without extensions. */
    private static final int LONGEST_LANGUAGE_TAG = 35;

    private FieldRules() {}

    static Field.Rule truth() {
        return value -> value.isBoolean()
                ? FieldValue.of(value.booleanValue())
                : FieldValue.wrong("This field is true or false");
    }

    static Field.Rule twoFactor() {
        return ofText(text -> Arrays.stream(TwoFactor.values())
                .filter(method -> method.name().equals(text))
                .findFirst()
                .map(FieldValue::of)
                .orElseGet(() -> FieldValue.wrong("This field is OFF, EMAIL or TOTP")));
    }

    /** One line of at most so many characters. */
    static Field.Rule text(int longest) {
        return text(longest, PrintableText::isLine);
    }

    /** Any number of lines, of at most so many characters in all. */
    static Field.Rule lines(int longest) {
        return text(longest, PrintableText::is);
    }

    private static Field.Rule text(int longest, Predicate<String> allowed) {
        return ofText(text -> {
            if (text.codePointCount(0, text.length()) > longest) {
                return FieldValue.wrong("This field has at most " + longest + " characters");
            }
            return allowed.test(text)
                    ? FieldValue.of(text)
                    : FieldValue.wrong("This field has characters that cannot be printed");
        });
    }

    /** Text that says something. */
    static Field.Rule name(int longest) {
        Field.Rule text = text(longest);
        return value -> value.isTextual() && value.textValue().isBlank()
                ? FieldValue.wrong("This field cannot be empty")
                : text.read(value);
    }

    static Field.Rule phoneCode() {
        return matching(PHONE_CODE, "A country's calling code is + and one to four digits");
    }

    static Field.Rule color() {
        return matching(COLOR, "A colour is # and six hexadecimal digits");
    }

    private static Field.Rule matching(Pattern pattern, String error) {
        return ofText(text -> pattern.matcher(text).matches() ? FieldValue.of(text) : FieldValue.wrong(error));
    }

    static Field.Rule id() {
        return ofText(text -> ID.matcher(text).matches()
                ? FieldValue.of(Integer.valueOf(text))
                : FieldValue.wrong("An id is a positive number, as text"));
    }

    static Field.Rule pastDate(Clock clock) {
        return ofText(text -> {
            try {
                LocalDate date = LocalDate.parse(text, DATE);
                boolean past = date.isBefore(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
                return past && !date.isBefore(EARLIEST_BIRTH)
                        ? FieldValue.of(date)
                        : FieldValue.wrong("This is a date in the past, since 1900");
            } catch (DateTimeParseException e) {
                return FieldValue.wrong("A date is YYYY-MM-DD");
            }
        });
    }

    static Field.Rule httpsUrl() {
        return ofText(text -> text.length() <= LONGEST_URL && isHttpsUrl(text)
                ? FieldValue.of(text)
                : FieldValue.wrong("This is an https URL of at most " + LONGEST_URL + " characters"));
    }

    private static boolean isHttpsUrl(String text) {
        try {
            URI url = new URI(text);
            return "https".equalsIgnoreCase(url.getScheme()) && url.getHost() != null && url.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static Field.Rule languageTag() {
        return ofText(text -> {
            try {
                Locale locale = new Locale.Builder().setLanguageTag(text).build();
                return locale.getLanguage().isEmpty() || text.length() > LONGEST_LANGUAGE_TAG
                        ? FieldValue.wrong("This is a BCP 47 language tag")
                        : FieldValue.of(locale.toLanguageTag());
            } catch (IllformedLocaleException e) {
                return FieldValue.wrong("This is a BCP 47 language tag");
            }
        });
    }

    private static Field.Rule ofText(Function<String, FieldValue> rule) {
        return (JsonNode value) ->
                value.isTextual() ? rule.apply(value.textValue()) : FieldValue.wrong("This field is text or null");
    }
}
