package dev.muster.identity.profile;

import static dev.muster.identity.profile.Field.Reference.COUNTRY;
import static dev.muster.identity.profile.Field.Reference.NONE;
import static dev.muster.identity.profile.Field.Reference.TIMEZONE;

import dev.muster.identity.profile.Field.Reference;
import dev.muster.identity.profile.Field.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields that people change themselves: contract, "Own profile". */
@ApplicationScoped
class ProfileFields {

    static final String USER = "User";
    static final String DETAIL = "UserDetail";

    private static final int NAME = 100;
    private static final int NUMBER = 50;
    private static final int LINE = 200;
    private static final int LINES = 500;

    private final Map<String, Field> fields = new LinkedHashMap<>();

    ProfileFields(Clock clock) {
        add(USER, "language", "language", false, FieldRules.languageTag(), NONE);
        add(USER, "newsletter", "newsletter", false, FieldRules.truth(), NONE);
        add(USER, "alerts", "alerts", false, FieldRules.truth(), NONE);
        add(USER, "message_alerts", "messageAlerts", false, FieldRules.truth(), NONE);
        add(USER, "two_factor", "twoFactor", false, FieldRules.twoFactor(), NONE);
        add(DETAIL, "name", "firstName", false, FieldRules.name(NAME), NONE);
        add(DETAIL, "surname", "lastName", false, FieldRules.name(NAME), NONE);
        add(DETAIL, "passport", "passport", true, FieldRules.text(NUMBER), NONE);
        add(DETAIL, "dob", "dob", true, FieldRules.pastDate(clock), NONE);
        add(DETAIL, "phonecode", "phoneCode", true, FieldRules.phoneCode(), NONE);
        add(DETAIL, "phone", "phone", true, FieldRules.text(NUMBER), NONE);
        add(DETAIL, "phonecode2", "phoneCode2", true, FieldRules.phoneCode(), NONE);
        add(DETAIL, "phone2", "phone2", true, FieldRules.text(NUMBER), NONE);
        add(DETAIL, "emergency_contact", "emergencyContact", true, FieldRules.lines(LINES), NONE);
        add(DETAIL, "public_phone", "publicPhone", true, FieldRules.text(NUMBER), NONE);
        add(DETAIL, "address", "address", true, FieldRules.lines(LINES), NONE);
        add(DETAIL, "pc", "postalCode", true, FieldRules.text(NUMBER), NONE);
        add(DETAIL, "city", "city", true, FieldRules.text(LINE), NONE);
        add(DETAIL, "country_id", "countryId", true, FieldRules.id(), COUNTRY);
        add(DETAIL, "timezone_id", "timezoneId", true, FieldRules.id(), TIMEZONE);
        add(DETAIL, "nationality", "nationality", true, FieldRules.text(LINE), NONE);
        add(DETAIL, "birthcountry_id", "birthCountryId", true, FieldRules.id(), COUNTRY);
        add(DETAIL, "photo", "photo", true, FieldRules.httpsUrl(), NONE);
        add(DETAIL, "color", "color", true, FieldRules.color(), NONE);
    }

    private void add(String section, String name, String attribute, boolean nullable, Rule rule, Reference reference) {
        Field field = new Field(section, name, attribute, nullable, rule, reference);
        fields.put(field.pointer(), field);
    }

    /** The field at the pointer, if people may change it themselves. */
    Optional<Field> find(String pointer) {
        return Optional.ofNullable(fields.get(pointer));
    }

    Collection<Field> all() {
        return fields.values();
    }
}
