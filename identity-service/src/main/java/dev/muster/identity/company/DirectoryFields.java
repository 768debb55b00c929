package dev.muster.identity.company;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserRow;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What somebody says of a company's user in the directory's words, checked. A field that was not named stays as it is; one
 * that was named without a value is emptied.
 */
public final class DirectoryFields {

    /** The fields that hold one text, in the order of an export. */
    public static final List<String> TEXTS = List.of(
            "name",
            "email",
            "employee_id",
            "contact_number",
            "license_number",
            "license_expiry_month",
            "license_expiry_year",
            "license_type",
            "license_country",
            "cost-centre_id",
            "activated-via-company-id");

    public static final String PERMS = "perms";
    public static final String LICENSE_TYPES = "license-types";
    public static final String BRANCH_IDS = "branch_ids";

    /** The fields that hold a list of texts, behind the others in an export. */
    public static final List<String> LISTS = List.of(PERMS, LICENSE_TYPES, BRANCH_IDS);

    /** What belongs to the person whichever company they are in, as it is stored. */
    private static final Map<String, Function<UserRow, Object>> PERSONAL = Map.of(
            "name",
            user -> FullName.of(user),
            "email",
            user -> user.hasEmail() ? user.emailAddress() : null,
            "contact_number",
            user -> user.contactNumber,
            "license_number",
            user -> user.licenseNumber,
            "license_expiry_month",
            user -> user.licenseExpiryMonth,
            "license_expiry_year",
            user -> user.licenseExpiryYear,
            "license_type",
            user -> user.licenseType,
            "license_country",
            user -> user.licenseCountry,
            LICENSE_TYPES,
            user -> user.licenseTypes,
            "activated-via-company-id",
            user -> user.activatedViaCompanyId);

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final int LONGEST_TEXT = 64;

    private final Map<String, Object> values;
    private final List<FieldError> errors;

    DirectoryFields(Map<String, Object> values, List<FieldError> errors) {
        this.values = values;
        this.errors = List.copyOf(errors);
    }

    /**
     * Reads and checks values by the names of their fields; other names are the caller's to refuse.
     *
     * @param texts the values of {@link #TEXTS}; null is no value
     * @param lists the values of {@link #LISTS}; null is the empty list
     */
    public static DirectoryFields read(
            Map<String, String> texts, Map<String, List<String>> lists, DirectoryRules rules) {
        FieldChecks checks = new FieldChecks(texts, rules);
        checks.name("name");
        checks.email("email");
        checks.text("employee_id", LONGEST_TEXT);
        checks.text("contact_number", LONGEST_TEXT);
        checks.text("license_number", LONGEST_TEXT);
        checks.month("license_expiry_month");
        checks.year("license_expiry_year");
        checks.text("license_type", LONGEST_TEXT);
        checks.country("license_country");
        checks.text("cost-centre_id", LONGEST_TEXT);
        checks.text("activated-via-company-id", LONGEST_TEXT);
        lists.forEach((field, entries) -> {
            List<String> given = entries == null ? List.of() : entries;
            if (field.equals(PERMS)) {
                checks.permissions(field, given);
            } else {
                checks.list(field, given, LONGEST_TEXT);
            }
        });
        return checks.read();
    }

    /** Everything that is wrong; empty when these values may be stored. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Fails with {@code FORBIDDEN} for a permission that is not the caller's to give, else with {@code INVALID_INPUT}. */
    public void requireValid() {
        requireAllowed();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    /** Fails with {@code FORBIDDEN} for a permission that is not the caller's to give. */
    public void requireAllowed() {
        errors.stream()
                .filter(error -> error.code().equals(FieldChecks.NOT_YOURS_TO_GIVE))
                .findFirst()
                .ifPresent(refused -> {
                    throw new ProblemException(Problem.FORBIDDEN, refused.detail());
                });
    }

    /** The same without the address, which then stays as it is. */
    public DirectoryFields withoutEmail() {
        Map<String, Object> others = new HashMap<>(values);
        others.remove("email");
        return new DirectoryFields(others, errors);
    }

    public boolean has(String field) {
        return values.containsKey(field);
    }

    /** The address, if one was given. */
    public Optional<EmailAddress> email() {
        return value("email", EmailAddress.class);
    }

    /** Whether the person would be another one with these values. */
    public boolean changes(UserRow user) {
        return PERSONAL.entrySet().stream()
                .filter(field -> has(field.getKey()))
                .anyMatch(field -> !Objects.equals(
                        values.get(field.getKey()), field.getValue().apply(user)));
    }

    /** Whether the person would have another address, or none any more; another spelling is the same one. */
    public boolean moves(UserRow user) {
        return has("email") && !Objects.equals(email().map(EmailAddress::key).orElse(null), user.emailKey);
    }

    /** Writes what concerns the person into the row. */
    public void applyTo(UserRow user) {
        this.<FullName>given("name", name -> {
            if (!Objects.equals(name, FullName.of(user))) {
                user.firstName = name == null ? "" : name.first();
                user.lastName = name == null ? "" : name.last();
            }
        });
        this.<EmailAddress>given("email", address -> enter(address, user));
        this.<String>given("contact_number", text -> user.contactNumber = text);
        this.<String>given("license_number", text -> user.licenseNumber = text);
        this.<Short>given("license_expiry_month", month -> user.licenseExpiryMonth = month);
        this.<Short>given("license_expiry_year", year -> user.licenseExpiryYear = year);
        this.<String>given("license_type", text -> user.licenseType = text);
        this.<String>given("license_country", code -> user.licenseCountry = code);
        this.<List<String>>given(LICENSE_TYPES, types -> user.licenseTypes = types);
        this.<String>given("activated-via-company-id", text -> user.activatedViaCompanyId = text);
    }

    /** The same address in another spelling stays confirmed; no address at all has nothing to confirm. */
    private static void enter(EmailAddress address, UserRow user) {
        if (address == null) {
            user.email = null;
            user.emailKey = null;
        } else if (address.key().equals(user.emailKey)) {
            user.email = address.text();
        } else {
            user.enter(address);
        }
    }

    /** What a new user is to become in the company. */
    public Admission admission(OrgId orgId, MembershipStatus status, long groupId) {
        return new Admission(
                orgId,
                status,
                groupId,
                list(PERMS),
                value("employee_id", String.class).orElse(null),
                value("cost-centre_id", String.class).orElse(null),
                list(BRANCH_IDS));
    }

    /** What changes about the membership, by the names of {@link Membership}; empty when nothing of it was named. */
    public Map<String, Object> membershipChanges() {
        Map<String, Object> changes = new HashMap<>();
        this.<Object>given(PERMS, names -> changes.put("permissions", names));
        this.<Object>given("employee_id", text -> changes.put("employeeId", text));
        this.<Object>given("cost-centre_id", text -> changes.put("costCentreId", text));
        this.<Object>given(BRANCH_IDS, ids -> changes.put("branchIds", ids));
        return changes;
    }

    /** The values of one of {@link #LISTS}, empty when it was not named. */
    @SuppressWarnings("unchecked") // lists are put in by FieldChecks alone
    public List<String> list(String field) {
        return (List<String>) values.getOrDefault(field, List.of());
    }

    private <T> Optional<T> value(String field, Class<T> type) {
        return Optional.ofNullable(type.cast(values.get(field)));
    }

    @SuppressWarnings("unchecked") // each field has one type, which FieldChecks gave it
    private <T> void given(String field, Consumer<T> change) {
        if (values.containsKey(field)) {
            change.accept((T) values.get(field));
        }
    }

    /** A name in the two parts that are stored; wherever it is cut, it is the same name. */
    record FullName(String first, String last) {

        /** The first word, and the rest. */
        static FullName of(String text) {
            String[] words = SPACES.split(text, 2);
            return new FullName(words[0], words.length == 1 ? "" : words[1]);
        }

        /** The person's name, null for one who has none. */
        static FullName of(UserRow user) {
            FullName name = new FullName(user.firstName, user.lastName);
            return name.text().isEmpty() ? null : name;
        }

        private String text() {
            return (first + " " + last).strip();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof FullName name && name.text().equals(text());
        }

        @Override
        public int hashCode() {
            return text().hashCode();
        }
    }

    /** Permissions in the order in which org-service keeps them. */
    static List<String> sorted(List<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }
}
