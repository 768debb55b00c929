package dev.muster.identity.importing;

import dev.muster.identity.company.DirectoryFields;
import dev.muster.kit.id.OrgId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the users of a company page by page. */
@ApplicationScoped
class ExportedPeople {

    /** In this order in the file, as the statement below gives them. */
    static final List<String> COLUMNS = Stream.concat(DirectoryFields.TEXTS.stream(), DirectoryFields.LISTS.stream())
            .toList();

    private static final int PAGE = 1000;

    /**
     * The page is found before its people are looked up: a planner that misjudges the company must not join all of it.
     * Of whoever has an account and has not accepted to join, the company sees the address alone.
     */
    private static final String PAGE_AFTER = """
            with page as materialized (
                select user_id, employee_id, cost_centre_id, permissions, branch_ids, status from company_users
                where org_id = ? and user_id > ? and status <> 'inactive'
                order by user_id limit ?)
            select c.user_id, trim(u.first_name || ' ' || u.last_name), e.email, c.employee_id, u.contact_number,
                   u.license_number, u.license_expiry_month::text, u.license_expiry_year::text, u.license_type,
                   u.license_country, c.cost_centre_id, u.activated_via_company_id, array_to_string(c.permissions, ';'),
                   array_to_string(u.license_types, ';'), array_to_string(c.branch_ids, ';')
            from page c join users e on e.id = c.user_id
            left join users u on u.id = c.user_id and not (c.status = 'pending' and u.activated_at is not null)
            order by c.user_id
            """;

    private final Database database;

    /** A user with the cells of their row; a value that is not there is null. */
    record Person(long id, List<String> cells) {}

    ExportedPeople(Database database) {
        this.database = database;
    }

    /** The next users of the company after the one with this id. */
    List<Person> after(OrgId orgId, long id) {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PAGE_AFTER)) {
                statement.setLong(1, orgId.value());
                statement.setLong(2, id);
                statement.setInt(3, PAGE);
                List<Person> page = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        page.add(new Person(rows.getLong(1), cells(rows)));
                    }
                }
                return page;
            }
        });
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            cells.add(row.getString(i + 2));
        }
        return cells;
    }
}
