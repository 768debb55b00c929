package dev.muster.session;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of a person's sign-in history; every attempt is one. */
@Entity
@Table(name = "sign_in_events")
public class SignInEventRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sign_in_event_ids")
    @SequenceGenerator(name = "sign_in_event_ids", allocationSize = 1)
    public Long id;

    @Column(name = "user_id")
    public long userId;

    public Instant at;

    @Column(name = "session_id")
    public String sessionId;

    public String ip;
    public String city;
    public String country;
    public String browser;
    public String provider;

    /** One of {@link SignInOutcome#text()}. */
    public String outcome;
}
