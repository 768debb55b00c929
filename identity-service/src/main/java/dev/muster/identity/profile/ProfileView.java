package dev.muster.identity.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.identity.UserRow;
import dev.muster.kit.access.Member;
import dev.muster.kit.wire.ProfileTime;
import java.math.BigDecimal;
import java.util.Optional;

/** A person's own profile, to the member and type what the profile API publishes. */
public record ProfileView(
        @JsonProperty("User") UserView user,
        @JsonProperty("UserDetail") UserDetailView detail,
        @JsonProperty("UserGroup") UserGroupView group) {

    /** The account and, from the membership of the session, the place in the organization. */
    public record UserView(
            String id,
            boolean active,
            boolean pilot,
            boolean billing,
            @JsonProperty("user_group_id") String userGroupId,
            @JsonProperty("base_id") String baseId,
            @JsonProperty("supervisor_id") String supervisorId,
            String email,
            @JsonProperty("email_status") String emailStatus,
            @JsonProperty("pending_email") String pendingEmail,
            String language,
            boolean api,
            @JsonProperty("two_factor") String twoFactor,
            boolean newsletter,
            boolean alerts,
            @JsonProperty("message_alerts") boolean messageAlerts,
            String created,
            String expiration) {

        static UserView of(UserRow user, Optional<Member> member) {
            return new UserView(
                    user.id.toString(),
                    user.active,
                    member.map(Member::pilot).orElse(false),
                    member.map(Member::billing).orElse(false),
                    member.map(m -> Long.toString(m.groupId())).orElse(null),
                    member.map(Member::baseId).orElse(null),
                    member.map(Member::supervisorId).orElse(null),
                    user.email,
                    user.emailStatus.word(),
                    user.pendingEmail,
                    user.language,
                    user.api,
                    user.twoFactor.name(),
                    user.newsletter,
                    user.alerts,
                    user.messageAlerts,
                    ProfileTime.format(user.createdAt),
                    ProfileTime.format(user.expiration));
        }
    }

    /** The person. */
    public record UserDetailView(
            String id,
            String name,
            String surname,
            String passport,
            String companyid,
            String dob,
            String phonecode,
            String phone,
            String phonecode2,
            String phone2,
            @JsonProperty("emergency_contact") String emergencyContact,
            @JsonProperty("public_phone") String publicPhone,
            String address,
            String pc,
            String city,
            @JsonProperty("country_id") String countryId,
            @JsonProperty("timezone_id") String timezoneId,
            String nationality,
            @JsonProperty("birthcountry_id") String birthcountryId,
            String photo,
            @JsonProperty("flight_hours") String flightHours,
            String color,
            String modified) {

        static UserDetailView of(UserRow user, Optional<Member> member) {
            return new UserDetailView(
                    user.id.toString(),
                    user.firstName,
                    user.lastName,
                    user.passport,
                    member.map(Member::employeeId).orElse(null),
                    text(user.dob),
                    user.phoneCode,
                    user.phone,
                    user.phoneCode2,
                    user.phone2,
                    user.emergencyContact,
                    user.publicPhone,
                    user.address,
                    user.postalCode,
                    user.city,
                    text(user.countryId),
                    text(user.timezoneId),
                    user.nationality,
                    text(user.birthCountryId),
                    user.photo,
                    plain(user.flightHours),
                    user.color,
                    ProfileTime.format(user.updatedAt));
        }

        private static String text(Object value) {
            return value == null ? null : value.toString();
        }

        private static String plain(BigDecimal number) {
            return number == null ? null : number.stripTrailingZeros().toPlainString();
        }
    }

    /** The group in the organization; its name is null when reference-data-service was never heard and is away. */
    public record UserGroupView(String name, String id) {}

    static ProfileView of(UserRow user, Optional<Member> member, Optional<String> groupName) {
        String groupId = member.map(m -> Long.toString(m.groupId())).orElse(null);
        return new ProfileView(
                UserView.of(user, member),
                UserDetailView.of(user, member),
                new UserGroupView(groupName.orElse(null), groupId));
    }
}
