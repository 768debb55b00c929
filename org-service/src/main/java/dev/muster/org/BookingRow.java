package dev.muster.org;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A stored booking; written by statements of its own, so that a push is one round trip. */
@Entity
@Immutable
@Table(name = "bookings")
public class BookingRow {

    @Id
    private long id;

    @Column(name = "org_id")
    private long orgId;

    @Column(name = "external_id")
    private String externalId;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    private String title;

    protected BookingRow() {}

    public long id() {
        return id;
    }

    /** What the booking system calls it; unique in the organization. */
    public String externalId() {
        return externalId;
    }

    public Instant startsAt() {
        return startsAt;
    }

    /** Not part of the booking any more. */
    public Instant endsAt() {
        return endsAt;
    }

    /** May be null. */
    public String title() {
        return title;
    }
}
