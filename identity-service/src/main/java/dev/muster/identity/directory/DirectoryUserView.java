package dev.muster.identity.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.identity.UserRow;
import dev.muster.identity.company.CompanyUser;
import dev.muster.identity.company.Membership;
import dev.muster.identity.company.MembershipStatus;
import dev.muster.kit.wire.Timestamps;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A user of a company as the directory API shows one; values are text. Of whoever has an account and was only invited the
 * address, what the company gave them, and no name or date.
 */
@RegisterForReflection
record DirectoryUserView(
        String id,
        @JsonProperty("company_id") String companyId,
        MembershipStatus status,
        String name,
        String email,
        @JsonProperty("employee_id") String employeeId,
        @JsonProperty("contact_number") String contactNumber,
        @JsonProperty("license_number") String licenseNumber,
        @JsonProperty("license_expiry_month") String licenseExpiryMonth,
        @JsonProperty("license_expiry_year") String licenseExpiryYear,
        @JsonProperty("license_type") String licenseType,
        @JsonProperty("license_country") String licenseCountry,
        @JsonProperty("cost-centre_id") String costCentreId,
        @JsonProperty("activated-via-company-id") String activatedViaCompanyId,
        List<String> perms,
        @JsonProperty("license-types") List<String> licenseTypes,
        @JsonProperty("branch_ids") List<String> branchIds,
        @JsonProperty("date_created") String dateCreated,
        String location) {

    static DirectoryUserView of(CompanyUser companyUser) {
        UserRow user = companyUser.visible();
        Membership membership = companyUser.membership();
        return new DirectoryUserView(
                user.id.toString(),
                Long.toString(membership.orgId()),
                membership.status(),
                companyUser.hasNotAccepted() ? null : nameOf(user),
                user.email,
                membership.employeeId(),
                user.contactNumber,
                user.licenseNumber,
                text(user.licenseExpiryMonth),
                text(user.licenseExpiryYear),
                user.licenseType,
                user.licenseCountry,
                membership.costCentreId(),
                user.activatedViaCompanyId,
                membership.permissions(),
                user.licenseTypes,
                membership.branchIds(),
                user.createdAt == null ? null : Timestamps.text(user.createdAt),
                locationOf(user.id));
    }

    /** Nobody is called by an empty text, and a client that sends one back would be refused. */
    private static String nameOf(UserRow user) {
        String name = (user.firstName + " " + user.lastName).strip();
        return name.isEmpty() ? null : name;
    }

    /** Where a user is found. */
    static String locationOf(long userId) {
        return "/user/" + userId;
    }

    private static String text(Short number) {
        return number == null ? null : number.toString();
    }
}
