package dev.muster.org;

import dev.muster.kit.outbox.OutboxId;

/**
 * A change that open sessions must hear of.
 *
 * @param news the outbox row that is committed with the change and carries it
 */
public record Announced<T>(T change, OutboxId news) {}
