package dev.muster.identity.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides for each row of a batch what becomes of it, and makes the new people unless the job only looks. */
@ApplicationScoped
class TakeBatch {

    private final ImportedPeople people;
    private final CreatePeople createPeople;

    TakeBatch(ImportedPeople people, CreatePeople createPeople) {
        this.people = people;
        this.createPeople = createPeople;
    }

    /**
     * Takes the rows in the connection's transaction. Somebody who is in the company already is skipped; an address of
     * anybody else, or of an earlier row, is a rejection.
     */
    BatchResult take(Connection connection, ImportJob job, List<ImportedRow> rows) throws SQLException {
        Map<String, ImportedRow> firsts = firstsOfTheirAddress(connection, job, rows);
        Set<String> free = job.writes()
                ? createPeople.create(connection, job, firsts)
                : without(firsts.keySet(), people.taken(connection, firsts.keySet()));
        Set<String> members = people.members(connection, job.orgId(), without(firsts.keySet(), free));
        int created = 0;
        int skipped = 0;
        List<Rejection> rejections = new ArrayList<>();
        for (ImportedRow row : rows) {
            if (!row.isGood()) {
                rejections.addAll(row.rejections());
            } else if (!isAmong(firsts, row)) {
                rejections.add(Rejection.emailTaken(row.line()));
            } else if (free.contains(row.emailKey())) {
                created++;
            } else if (members.contains(row.emailKey())) {
                skipped++;
            } else {
                rejections.add(Rejection.emailTaken(row.line()));
            }
        }
        return new BatchResult(rows.size(), created, skipped, rows.size() - created - skipped, rejections);
    }

    private Map<String, ImportedRow> firstsOfTheirAddress(Connection connection, ImportJob job, List<ImportedRow> rows)
            throws SQLException {
        Map<String, ImportedRow> firsts = new LinkedHashMap<>();
        rows.stream().filter(ImportedRow::isGood).forEach(row -> firsts.putIfAbsent(row.emailKey(), row));
        firsts.keySet().retainAll(people.register(connection, job.id(), firsts.keySet()));
        return firsts;
    }

    private static boolean isAmong(Map<String, ImportedRow> firsts, ImportedRow row) {
        ImportedRow first = firsts.get(row.emailKey());
        return first != null && first.line() == row.line();
    }

    private static Set<String> without(Set<String> keys, Set<String> others) {
        return keys.stream().filter(key -> !others.contains(key)).collect(Collectors.toSet());
    }
}
