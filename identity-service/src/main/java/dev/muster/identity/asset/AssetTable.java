package dev.muster.identity.asset;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The stored files; each method is one statement, and {@link #put} a lock before it. */
@ApplicationScoped
class AssetTable {

    /** So that nobody uses a person as a disk. */
    private static final int MOST_OF_A_PERSON = 100;

    private static final String COLUMNS = "user_id, tag, content_type, size, sha256, created_at";
    private static final String OF_PERSON = " from assets where user_id = $1 and org_id = $2";
    private static final String LIST = "select " + COLUMNS + OF_PERSON + " order by tag";
    private static final String FIND = "select " + COLUMNS + OF_PERSON + " and tag = $3";
    private static final String CONTENT = "select content" + OF_PERSON + " and tag = $3";
    private static final String DELETE = "delete" + OF_PERSON + " and tag = $3";
    private static final String PUT = """
            insert into assets (user_id, org_id, tag, content_type, size, sha256, content, created_at)
            select $1, $2, $3, $4, $5, $6, $7, $8
            where (select count(*) from assets where user_id = $1 and org_id = $2 and tag <> $3) < %d
            on conflict (user_id, org_id, tag) do update
            set content_type = excluded.content_type, size = excluded.size, sha256 = excluded.sha256,
                content = excluded.content, created_at = excluded.created_at
            returning xmax = 0
            """.formatted(MOST_OF_A_PERSON);

    /** A count sees no file that is being kept at the same time, so a person's new files come one after the other. */
    private static final String ONE_AFTER_THE_OTHER =
            "select pg_advisory_xact_lock(hashtextextended('assets:' || $1::bigint || ':' || $2::bigint, 0))";

    private final Pool pool;

    AssetTable(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Asset>> list(OrgId company, UserId userId) {
        return execute(LIST, Tuple.of(userId.value(), company.value())).map(rows -> {
            List<Asset> assets = new ArrayList<>();
            rows.forEach(row -> assets.add(asset(row)));
            return assets;
        });
    }

    Uni<Optional<Asset>> find(OrgId company, UserId userId, String tag) {
        return execute(FIND, Tuple.of(userId.value(), company.value(), tag))
                .map(rows -> first(rows).map(AssetTable::asset));
    }

    Uni<Optional<byte[]>> content(OrgId company, UserId userId, String tag) {
        return execute(CONTENT, Tuple.of(userId.value(), company.value(), tag))
                .map(rows -> first(rows).map(row -> row.getBuffer(0).getBytes()));
    }

    /** True for a new file, false for one that took another's place; empty when the person has too many. */
    Uni<Optional<Boolean>> put(OrgId company, Asset asset, Buffer content) {
        Tuple values = Tuple.tuple()
                .addLong(asset.userId())
                .addLong(company.value())
                .addString(asset.tag())
                .addString(asset.contentType())
                .addInteger(asset.size())
                .addBuffer(Buffer.buffer(HexFormat.of().parseHex(asset.sha256())))
                .addBuffer(content)
                .addOffsetDateTime(asset.createdAt().atOffset(ZoneOffset.UTC));
        Tuple person = Tuple.of(asset.userId(), company.value());
        return pool.withTransaction(connection -> connection
                .preparedQuery(ONE_AFTER_THE_OTHER)
                .execute(person)
                .chain(() -> connection.preparedQuery(PUT).execute(values))
                .map(rows -> first(rows).map(row -> row.getBoolean(0))));
    }

    Uni<Boolean> delete(OrgId company, UserId userId, String tag) {
        return execute(DELETE, Tuple.of(userId.value(), company.value(), tag)).map(rows -> rows.rowCount() == 1);
    }

    private Uni<RowSet<Row>> execute(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values);
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }

    private static Asset asset(Row row) {
        return new Asset(
                row.getLong(0),
                row.getString(1),
                row.getString(2),
                row.getInteger(3),
                HexFormat.of().formatHex(row.getBuffer(4).getBytes()),
                row.getOffsetDateTime(5).toInstant());
    }
}
