package dev.muster.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a person proves themselves with, hashed. */
@Entity
@Table(name = "credentials")
public class CredentialRow {

    @Id
    @Column(name = "user_id")
    public Long userId;

    @Column(name = "password_hash")
    public String passwordHash;

    @Column(name = "fsd_password_hash")
    public String fsdPasswordHash;

    @Column(name = "password_changed_at")
    public Instant passwordChangedAt;
}
