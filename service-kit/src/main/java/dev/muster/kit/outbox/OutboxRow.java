package dev.muster.kit.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The part of a row that its writer gives; the table's defaults give the rest, and deliverers use plain SQL. */
@Entity
@Table(name = "outbox")
class OutboxRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String kind;
    String key;
    String payload;

    protected OutboxRow() {}

    OutboxRow(String kind, String key, String payload) {
        this.kind = kind;
        this.key = key;
        this.payload = payload;
    }

    OutboxId id() {
        return new OutboxId(id);
    }
}
