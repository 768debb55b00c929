package dev.muster.identity.network;

import dev.muster.kit.outbox.OutboxId;

/**
 * A person after a change, and what was ordered with it.
 *
 * @param standing null when the ratings stayed
 * @param closing null when no session has to end
 */
record Change(NetworkUserView view, OutboxId standing, OutboxId closing) {}
