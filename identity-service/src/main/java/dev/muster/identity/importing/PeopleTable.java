package dev.muster.identity.importing;

import dev.muster.identity.importing.ExportedPeople.Person;
import dev.muster.kit.id.OrgId;
import java.util.List;

/** The active and pending users of a company as a table, oldest first. */
final class PeopleTable implements CsvTable {

    private final ExportedPeople people;
    private final OrgId orgId;
    private long after;

    PeopleTable(ExportedPeople people, OrgId orgId) {
        this.people = people;
        this.orgId = orgId;
    }

    @Override
    public List<String> header() {
        return ExportedPeople.COLUMNS;
    }

    @Override
    public List<List<String>> nextPage() {
        List<Person> page = people.after(orgId, after);
        if (!page.isEmpty()) {
            after = page.get(page.size() - 1).id();
        }
        return page.stream().map(Person::cells).toList();
    }
}
