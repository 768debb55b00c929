package dev.muster.session.token;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A signing key; its private half is encrypted. */
@Entity
@Table(name = "signing_keys")
class SigningKeyRow extends PanacheEntityBase {

    @Id
    String id;

    @Column(name = "public_key")
    String publicKey;

    @Column(name = "private_key")
    String privateKey;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "active_from")
    Instant activeFrom;
}
