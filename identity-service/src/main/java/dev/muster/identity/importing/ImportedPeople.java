package dev.muster.identity.importing;

import dev.muster.kit.id.OrgId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The statements on people for a whole batch; each is one statement in the connection's transaction. */
@ApplicationScoped
class ImportedPeople {

    /** Values hold no control characters, so this one separates the entries of lists within a batch's arrays. */
    private static final String BETWEEN = "\u001f";

    /** In the order of their addresses, so that two imports with the same people wait for each other and never in a circle. */
    private static final String INSERT = """
            with given as (
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[],
                                     ?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                     ?::text[], ?::text[], ?::bigint[])
                as person (email, email_key, first_name, last_name, contact_number, license_number,
                           license_expiry_month, license_expiry_year, license_type, license_country, license_types,
                           activated_via_company_id, permissions, employee_id, cost_centre_id, branch_ids, group_id)),
            made as (
                insert into users (email, email_key, first_name, last_name, contact_number, license_number,
                                   license_expiry_month, license_expiry_year, license_type, license_country,
                                   license_types, activated_via_company_id, created_at, updated_at)
                select email, email_key, first_name, last_name, contact_number, license_number, license_expiry_month,
                       license_expiry_year, license_type, license_country, string_to_array(license_types, chr(31)),
                       activated_via_company_id, ?, ?
                from given order by email_key
                on conflict on constraint users_email_taken do nothing
                returning id, email_key, first_name, last_name),
            taken_in as (
                insert into company_users (org_id, user_id, version, status, group_id, permissions, owner, employee_id,
                                           cost_centre_id, branch_ids, name_key, email_key)
                select ?, made.id, 0, 'pending', given.group_id, string_to_array(given.permissions, chr(31)), false,
                       given.employee_id, given.cost_centre_id, string_to_array(given.branch_ids, chr(31)),
                       company_user_name_key(made.first_name, made.last_name), made.email_key
                from made join given using (email_key))
            select email_key, id from made order by id
            """;

    private static final String REGISTER = """
            insert into import_keys (job_id, email_key) select ?, email_key from unnest(?::text[]) as given (email_key)
            on conflict do nothing returning email_key
            """;

    private static final String FORGET = "delete from import_keys where job_id = ?";

    private static final String TAKEN = "select email_key from users where email_key = any (?)";

    private static final String MEMBERS = """
            select users.email_key from users join company_users on company_users.user_id = users.id
            where users.email_key = any (?) and company_users.org_id = ? and company_users.status <> 'inactive'
            """;

    /** A plan for any number of rows would join row by row; a batch is worth one of its own. */
    private static final String PLAN_FOR_THIS_BATCH = "set local plan_cache_mode = force_custom_plan";

    /** Needs the table's owner, who the service is: it makes its tables itself. For anybody else it does nothing. */
    private static final String ANALYZE = "analyze company_users";

    private final Database database;
    private final Clock clock;

    ImportedPeople(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Stores them with their pending memberships, and gives the ids of those whose address nobody had. */
    Map<String, Long> insert(Connection connection, OrgId orgId, List<NewPerson> people) throws SQLException {
        try (PreparedStatement plan = connection.prepareStatement(PLAN_FOR_THIS_BATCH)) {
            plan.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            ArrayColumns<NewPerson> columns = new ArrayColumns<>(connection, statement, people);
            bindPeople(columns);
            bindMemberships(columns);
            Timestamp now = Timestamp.from(clock.instant());
            statement.setTimestamp(columns.next(), now);
            statement.setTimestamp(columns.next(), now);
            statement.setLong(columns.next(), orgId.value());
            return ids(statement);
        }
    }

    private static void bindPeople(ArrayColumns<NewPerson> columns) throws SQLException {
        columns.add("text", person -> person.user().email);
        columns.add("text", person -> person.user().emailKey);
        columns.add("text", person -> person.user().firstName);
        columns.add("text", person -> person.user().lastName);
        columns.add("text", person -> person.user().contactNumber);
        columns.add("text", person -> person.user().licenseNumber);
        columns.add("smallint", person -> person.user().licenseExpiryMonth);
        columns.add("smallint", person -> person.user().licenseExpiryYear);
        columns.add("text", person -> person.user().licenseType);
        columns.add("text", person -> person.user().licenseCountry);
        columns.add("text", person -> String.join(BETWEEN, person.user().licenseTypes));
        columns.add("text", person -> person.user().activatedViaCompanyId);
    }

    private static void bindMemberships(ArrayColumns<NewPerson> columns) throws SQLException {
        columns.add("text", person -> String.join(BETWEEN, person.admission().permissions()));
        columns.add("text", person -> person.admission().employeeId());
        columns.add("text", person -> person.admission().costCentreId());
        columns.add("text", person -> String.join(BETWEEN, person.admission().branchIds()));
        columns.add("bigint", person -> person.admission().groupId());
    }

    private static Map<String, Long> ids(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            Map<String, Long> ids = new LinkedHashMap<>();
            while (rows.next()) {
                ids.put(rows.getString(1), rows.getLong(2));
            }
            return ids;
        }
    }

    /** Those of the addresses that the job has not met before. */
    Set<String> register(Connection connection, UUID job, Collection<String> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REGISTER)) {
            statement.setObject(1, job);
            statement.setArray(2, array(connection, keys));
            return keys(statement);
        }
    }

    /** Those of the addresses that somebody has. */
    Set<String> taken(Connection connection, Collection<String> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKEN)) {
            statement.setArray(1, array(connection, keys));
            return keys(statement);
        }
    }

    /** Those of the addresses that a pending or active user of the company has. */
    Set<String> members(Connection connection, OrgId orgId, Collection<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return Set.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(MEMBERS)) {
            statement.setArray(1, array(connection, keys));
            statement.setLong(2, orgId.value());
            return keys(statement);
        }
    }

    /** The job meets no more addresses. */
    void forget(Connection connection, UUID job) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setObject(1, job);
            statement.executeUpdate();
        }
    }

    /** Lets the planner know of them. */
    void analyze() {
        database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ANALYZE)) {
                return statement.execute();
            }
        });
    }

    private static Array array(Connection connection, Collection<String> keys) throws SQLException {
        return connection.createArrayOf("text", keys.toArray());
    }

    private static Set<String> keys(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            Set<String> keys = new HashSet<>();
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
            return keys;
        }
    }
}
