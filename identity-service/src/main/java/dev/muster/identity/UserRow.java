package dev.muster.identity;

import dev.muster.kit.id.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A stored person with their profile; an update writes only the columns that changed. */
@Entity
@Table(name = "users")
@DynamicUpdate
public class UserRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String email;

    @Column(name = "email_key")
    public String emailKey;

    @Column(name = "email_status")
    @Convert(converter = EmailStatusColumn.class)
    public EmailStatus emailStatus = EmailStatus.UNCONFIRMED;

    @Column(name = "pending_email")
    public String pendingEmail;

    public boolean active = true;

    @Column(name = "activated_at")
    public Instant activatedAt;

    public Instant expiration;
    public String language = "en";
    public boolean newsletter;
    public boolean alerts = true;

    @Column(name = "message_alerts")
    public boolean messageAlerts = true;

    @Column(name = "two_factor")
    @Enumerated(EnumType.STRING)
    public TwoFactor twoFactor = TwoFactor.OFF;

    public boolean api;

    @Column(name = "network_rating")
    public int networkRating = 1;

    @Column(name = "pilot_rating")
    public int pilotRating;

    /** Raised by the database with every change of {@link #active} or a rating. */
    @Column(name = "standing_version", insertable = false, updatable = false)
    public long standingVersion;

    @Column(name = "first_name")
    public String firstName = "";

    @Column(name = "last_name")
    public String lastName = "";

    public String passport;
    public LocalDate dob;

    @Column(name = "phone_code")
    public String phoneCode;

    public String phone;

    @Column(name = "phone_code2")
    public String phoneCode2;

    public String phone2;

    @Column(name = "emergency_contact")
    public String emergencyContact;

    @Column(name = "public_phone")
    public String publicPhone;

    public String address;

    @Column(name = "postal_code")
    public String postalCode;

    public String city;

    @Column(name = "country_id")
    public Integer countryId;

    @Column(name = "timezone_id")
    public Integer timezoneId;

    public String nationality;

    @Column(name = "birth_country_id")
    public Integer birthCountryId;

    public String photo;

    @Column(name = "flight_hours")
    public BigDecimal flightHours;

    public String color;

    @Column(name = "other_id")
    public String otherId;

    @Column(name = "contact_number")
    public String contactNumber;

    @Column(name = "license_number")
    public String licenseNumber;

    @Column(name = "license_expiry_month")
    public Short licenseExpiryMonth;

    @Column(name = "license_expiry_year")
    public Short licenseExpiryYear;

    @Column(name = "license_type")
    public String licenseType;

    /** ISO 3166-1 alpha-2. */
    @Column(name = "license_country")
    public String licenseCountry;

    @Column(name = "license_types")
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> licenseTypes = List.of();

    @Column(name = "activated_via_company_id")
    public String activatedViaCompanyId;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    public UserId userId() {
        return new UserId(id);
    }

    public EmailAddress emailAddress() {
        return new EmailAddress(email, emailKey);
    }

    /** Whether the person has an address; one whom an administrator made may have none. */
    public boolean hasEmail() {
        return email != null;
    }

    /** What the person is called where they sign in: their address, or their number without one. */
    public String signInName() {
        return hasEmail() ? email : userId().toString();
    }

    /** Gives the person this address, which nobody has confirmed yet. */
    public void enter(EmailAddress address) {
        email = address.text();
        emailKey = address.key();
        emailStatus = EmailStatus.UNCONFIRMED;
    }

    /** Whether this person may sign in at all: activated, not disabled, not expired, not suspended from the network. */
    public boolean maySignIn(Instant now) {
        return active && activatedAt != null && networkRating > 0 && (expiration == null || now.isBefore(expiration));
    }
}
