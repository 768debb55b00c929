package dev.muster.session;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of a person's sign-in history. */
@Entity
@Table(name = "sign_in_events")
public class SignInEventRow extends PanacheEntityBase {

    @Id
    @jakarta.persistence.GeneratedValue(
            strategy = jakarta.persistence.GenerationType.SEQUENCE,
            generator = "sign_in_event_ids")
    @jakarta.persistence.SequenceGenerator(name = "sign_in_event_ids", allocationSize = 1)
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
}
