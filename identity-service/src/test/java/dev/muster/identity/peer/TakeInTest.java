package dev.muster.identity.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.company.Admission;
import dev.muster.identity.company.MembershipStatus;
import dev.muster.identity.peer.MembershipApi.MemberOrder;
import dev.muster.identity.peer.TakeIn.Order;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxEntry;
import io.vertx.core.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TakeInTest {

    private static final OrgId ORG = new OrgId(42);

    /** What org-service reads. */
    private static final int LARGEST_BODY = 1024 * 1024;

    private final TakeIn takeIn = new TakeIn(null, null);

    @Test
    void manyPeopleAreOrderedInFewPartsAndEachOnce() {
        List<OutboxEntry> entries = takeIn.entries("batch", ORG, people(600, List.of()));

        assertThat(entries).extracting(OutboxEntry::key).doesNotHaveDuplicates().hasSize(3);
        assertThat(entries)
                .flatExtracting(entry -> ((Order) entry.payload()).members())
                .extracting(MemberOrder::userId)
                .doesNotHaveDuplicates()
                .hasSize(600);
    }

    @Test
    void longOrdersComeInMorePartsThatOrgServiceReads() {
        List<String> branches = Collections.nCopies(100, "\u5c71".repeat(64));

        List<OutboxEntry> entries = takeIn.entries("batch", ORG, people(250, branches));

        assertThat(entries).hasSizeGreaterThan(5);
        assertThat(entries)
                .allSatisfy(entry ->
                        assertThat(Json.encode(entry.payload()).length()).isLessThan(LARGEST_BODY));
    }

    @Test
    void nobodyIsNoOrder() {
        assertThat(takeIn.entries("batch", ORG, Map.of())).isEmpty();
    }

    private static Map<UserId, Admission> people(int count, List<String> branches) {
        Map<UserId, Admission> people = new LinkedHashMap<>();
        for (long id = 1; id <= count; id++) {
            people.put(
                    new UserId(id), new Admission(ORG, MembershipStatus.PENDING, 120, List.of(), null, null, branches));
        }
        return people;
    }
}
