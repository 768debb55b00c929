package dev.muster.identity.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.EmailStatus;
import dev.muster.identity.UserRow;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryFieldsTest {

    private static final DirectoryRules ADMIN =
            new DirectoryRules(false, Set.of("AU", "ES"), Set.of("admin", "fly"), "keaz", false);
    private static final DirectoryRules OPERATOR =
            new DirectoryRules(true, Set.of("AU", "ES"), Set.of("admin", "fly"), "keaz", true);

    @Test
    void everyValueReachesThePersonAndTheirMembership() {
        Map<String, String> texts = new HashMap<>(Map.of(
                "name", "Jamie Ann  Jackson",
                "email", "Jamie@Example.com",
                "employee_id", "E-7",
                "contact_number", "+61 2 5550 1234",
                "license_number", "L 99",
                "license_expiry_month", "02",
                "license_expiry_year", "2031",
                "license_type", "C",
                "license_country", "au"));
        texts.putAll(Map.of("cost-centre_id", "CC1", "activated-via-company-id", "77"));

        DirectoryFields fields = DirectoryFields.read(
                texts,
                Map.of(
                        "perms", List.of("fly", "admin"),
                        "license-types", List.of("PPL", "CPL", "PPL"),
                        "branch_ids", List.of("2", "1")),
                ADMIN);

        assertThat(fields.errors()).isEmpty();
        UserRow user = new UserRow();
        fields.applyTo(user);
        assertThat(user.firstName).isEqualTo("Jamie");
        assertThat(user.lastName).isEqualTo("Ann  Jackson");
        assertThat(user.email).isEqualTo("Jamie@Example.com");
        assertThat(user.emailKey).isEqualTo("jamie@example.com");
        assertThat(user.contactNumber).isEqualTo("+61 2 5550 1234");
        assertThat(user.licenseNumber).isEqualTo("L 99");
        assertThat(user.licenseExpiryMonth).isEqualTo((short) 2);
        assertThat(user.licenseExpiryYear).isEqualTo((short) 2031);
        assertThat(user.licenseType).isEqualTo("C");
        assertThat(user.licenseCountry).isEqualTo("AU");
        assertThat(user.licenseTypes).containsExactly("PPL", "CPL");
        assertThat(user.activatedViaCompanyId).isEqualTo("77");
        assertThat(fields.admission(new OrgId(42), MembershipStatus.PENDING, 120))
                .isEqualTo(new Admission(
                        new OrgId(42),
                        MembershipStatus.PENDING,
                        120,
                        List.of("admin", "fly"),
                        "E-7",
                        "CC1",
                        List.of("2", "1")));
    }

    @Test
    void whatIsNotNamedStaysAndWhatIsNullIsEmptied() {
        UserRow user = new UserRow();
        user.firstName = "Jamie";
        user.licenseNumber = "L 99";
        user.contactNumber = "1";
        Map<String, String> texts = new HashMap<>();
        texts.put("license_number", null);
        texts.put("employee_id", " ");

        DirectoryFields fields = DirectoryFields.read(texts, Collections.singletonMap("branch_ids", null), ADMIN);
        fields.applyTo(user);

        assertThat(user.firstName).isEqualTo("Jamie");
        assertThat(user.contactNumber).isEqualTo("1");
        assertThat(user.licenseNumber).isNull();
        assertThat(fields.has("license_number")).isTrue();
        assertThat(fields.has("name")).isFalse();
        assertThat(fields.membershipChanges())
                .containsOnlyKeys("employeeId", "branchIds")
                .containsEntry("employeeId", null)
                .containsEntry("branchIds", List.of());
    }

    @Test
    void theSameAddressInAnotherSpellingStaysConfirmed() {
        UserRow user = new UserRow();
        user.enter(EmailAddress.of("jamie@example.com"));
        user.emailStatus = EmailStatus.CONFIRMED;

        read("email", "Jamie@example.com").applyTo(user);
        assertThat(user.email).isEqualTo("Jamie@example.com");
        assertThat(user.emailStatus).isEqualTo(EmailStatus.CONFIRMED);

        read("email", "other@example.com").applyTo(user);
        assertThat(user.emailKey).isEqualTo("other@example.com");
        assertThat(user.emailStatus).isEqualTo(EmailStatus.UNCONFIRMED);

        read("email", null).applyTo(user);
        assertThat(user.hasEmail()).isFalse();
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        DirectoryFields fields = DirectoryFields.read(
                Map.of("name", "Jamie!", "email", "nobody", "license_expiry_month", "13", "license_country", "XX"),
                Map.of("perms", List.of("fly", "swim"), "branch_ids", Arrays.asList("1", null)),
                ADMIN);

        assertThat(fields.errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactlyInAnyOrder(
                        tuple("/name", "invalid_value"),
                        tuple("/email", "invalid_value"),
                        tuple("/license_expiry_month", "invalid_value"),
                        tuple("/license_country", "invalid_value"),
                        tuple("/perms/1", "unknown_permission"),
                        tuple("/branch_ids/1", "required"));
        assertThatThrownBy(fields::requireValid)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.INVALID_INPUT));
    }

    @ParameterizedTest
    @CsvSource({
        "license_expiry_month, 0",
        "license_expiry_month, 1.5",
        "license_expiry_year, 31",
        "license_expiry_year, 20311",
        "license_expiry_year, 0999",
        "license_country, AUS",
        "email, a b@example.com",
        "email, ''",
        "name, ''",
        "name, '   '",
        "name, O'Brian",
        "name, Jos\u00e9"
    })
    void whatBreaksTheFieldsRuleIsRefused(String field, String value) {
        assertThat(read(field, value).errors()).extracting(FieldError::pointer).containsExactly("/" + field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "employee_id",
                "contact_number",
                "license_number",
                "license_type",
                "cost-centre_id",
                "activated-via-company-id"
            })
    void textsAreBoundedAndPrintable(String field) {
        assertThat(read(field, "x".repeat(64)).errors()).isEmpty();
        assertThat(read(field, "x".repeat(65)).errors())
                .extracting(FieldError::code)
                .containsExactly("too_long");
        assertThat(read(field, "a\u0000b").errors())
                .extracting(FieldError::code)
                .containsExactly("invalid_value");
        assertThat(read(field, "a\nb").errors()).extracting(FieldError::code).containsExactly("invalid_value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brian", "Jos\u00e9 \u00c1lvarez-Cruz", "\u5c71\u7530 \u592a\u90ce", "D\u2019Arcy_2."})
    void namesOfEveryScriptAreAdmittedWhereThatIsConfigured(String name) {
        assertThat(DirectoryFields.read(Map.of("name", name), Map.of(), OPERATOR)
                        .errors())
                .isEmpty();
        assertThat(DirectoryFields.read(Map.of("name", name + "<"), Map.of(), OPERATOR)
                        .errors())
                .hasSize(1);
    }

    @Test
    void onlyOperatorsGiveTheOperatorsPermission() {
        Map<String, List<String>> keaz = Map.of("perms", List.of("admin", "keaz"));

        assertThatThrownBy(DirectoryFields.read(Map.of(), keaz, ADMIN)::requireValid)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.FORBIDDEN));
        assertThatCode(DirectoryFields.read(Map.of(), keaz, OPERATOR)::requireValid)
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"license-types", "branch_ids"})
    void listsAreBounded(String field) {
        List<String> hundred =
                IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        List<String> more = IntStream.range(0, 101).mapToObj(Integer::toString).toList();

        assertThat(DirectoryFields.read(Map.of(), Map.of(field, hundred), ADMIN).list(field))
                .isEqualTo(hundred);
        assertThat(DirectoryFields.read(Map.of(), Map.of(field, more), ADMIN).errors())
                .extracting(FieldError::code)
                .containsExactly("too_long");
        assertThat(DirectoryFields.read(Map.of(), Map.of(field, List.of("x".repeat(65))), ADMIN)
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("/" + field + "/0");
    }

    private static DirectoryFields read(String field, String value) {
        return DirectoryFields.read(Collections.singletonMap(field, value), Map.of(), ADMIN);
    }
}
