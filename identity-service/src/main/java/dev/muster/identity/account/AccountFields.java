package dev.muster.identity.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.EmailAddress;
import dev.muster.identity.Password;
import dev.muster.identity.UserRow;
import dev.muster.identity.wire.ObjectReader;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client says of a user in the account API, checked. What it says nothing of is null, what it clears is empty.
 *
 * @param countryId that of reference data
 * @param password the present one
 */
record AccountFields(
        EmailAddress email, String firstName, String lastName, Integer countryId, String otherId, Password password) {

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_OTHER_ID = 128;

    private static final Set<String> OF_NEW = Set.of("country_id", "email", "first_name", "last_name", "other_id");
    private static final Set<String> OF_OWN =
            Set.of("country_id", "email", "first_name", "last_name", "other_id", "password");

    /** The fields of a new user, all of them optional. */
    static AccountFields ofNew(JsonNode body, Map<Integer, String> countries) {
        ObjectReader reader = ObjectReader.of(body, OF_NEW);
        Integer country = country(reader, reader.text("country_id", LONGEST_NAME), countries);
        return read(reader, reader.text("email", LONGEST_EMAIL), reader.text("first_name", LONGEST_NAME), country);
    }

    /** The fields of the caller, of whom country, address and first name must be said again. */
    static AccountFields ofOwn(JsonNode body, Map<Integer, String> countries) {
        ObjectReader reader = ObjectReader.of(body, OF_OWN);
        Optional<String> code = Optional.ofNullable(reader.requiredText("country_id", LONGEST_NAME));
        Integer country = country(reader, code, countries);
        Optional<String> email = Optional.ofNullable(reader.requiredText("email", LONGEST_EMAIL));
        Optional<String> firstName = Optional.ofNullable(reader.requiredText("first_name", LONGEST_NAME));
        return read(reader, email, firstName, country);
    }

    private static AccountFields read(
            ObjectReader reader, Optional<String> email, Optional<String> firstName, Integer country) {
        Optional<EmailAddress> address = email.map(EmailAddress::of);
        if (address.isPresent() && !address.get().isWellFormed()) {
            reader.reject("email", "invalid_value", "This is not an e-mail address");
        }
        AccountFields fields = new AccountFields(
                address.orElse(null),
                firstName.orElse(null),
                optional(reader, "last_name", LONGEST_NAME),
                country,
                optional(reader, "other_id", LONGEST_OTHER_ID),
                password(reader));
        reader.requireValid();
        return fields;
    }

    private static String optional(ObjectReader reader, String name, int longest) {
        return reader.has(name) ? reader.text(name, longest).orElse("") : null;
    }

    /** Neither cut nor stripped, for white space counts in passwords. */
    private static Password password(ObjectReader reader) {
        Optional<JsonNode> value = reader.value("password");
        if (value.isPresent() && !value.get().isTextual()) {
            reader.reject("password", "invalid_value", "Text is expected");
        }
        return value.map(JsonNode::textValue).map(Password::new).orElse(null);
    }

    private static Integer country(ObjectReader reader, Optional<String> code, Map<Integer, String> countries) {
        if (code.isEmpty()) {
            return null;
        }
        String wanted = code.get().toUpperCase(Locale.ROOT);
        Optional<Integer> found = countries.entrySet().stream()
                .filter(country -> country.getValue().equals(wanted))
                .map(Map.Entry::getKey)
                .findFirst();
        if (found.isEmpty()) {
            reader.reject("country_id", "unknown_country", "This is not an ISO 3166-1 alpha-2 code");
        }
        return found.orElse(null);
    }

    /** Writes what was said into the row, all but the address. */
    void applyTo(UserRow user) {
        if (firstName != null) {
            user.firstName = firstName;
        }
        if (lastName != null) {
            user.lastName = lastName;
        }
        if (countryId != null) {
            user.countryId = countryId;
        }
        if (otherId != null) {
            user.otherId = otherId.isEmpty() ? null : otherId;
        }
    }
}
