package dev.muster.session.support;

import dev.muster.testkit.postgres.Statements;
import java.util.ArrayList;
import java.util.List;

/** All that a thief of the database would hold. */
public final class DatabaseDump {

    private static final String TABLES = """
            select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
            where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'""";

    private DatabaseDump() {}

    /** Every row of every table as JSON. */
    public static List<String> rows() {
        List<String> rows = new ArrayList<>();
        Statements.run(TABLES)
                .forEach(table -> Statements.run("select to_jsonb(t)::text from " + table.getString(0) + " t")
                        .forEach(row -> rows.add(row.getString(0))));
        return rows;
    }
}
