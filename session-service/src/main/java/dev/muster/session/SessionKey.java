package dev.muster.session;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A session's key: the user leads it, so that all of a person's sessions lie together. */
@Embeddable
public record SessionKey(
        @Column(name = "user_id") long userId,
        @Column(name = "id") String id) {}
