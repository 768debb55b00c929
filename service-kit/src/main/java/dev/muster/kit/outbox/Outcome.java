package dev.muster.kit.outbox;

/** What became of one try. */
enum Outcome {
    DELIVERED,
    PARKED,
    /** The row stays and is tried again, by this replica or by another. */
    POSTPONED
}
