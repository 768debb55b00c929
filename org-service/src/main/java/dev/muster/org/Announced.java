package dev.muster.org;

import dev.muster.kit.outbox.OutboxId;
import java.util.List;

/**
 * A change that other services must hear of.
 *
 * @param news the outbox rows that are committed with the change and carry it
 */
public record Announced<T>(T change, List<OutboxId> news) {

    public Announced {
        news = List.copyOf(news);
    }
}
