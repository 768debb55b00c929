package dev.muster.identity.secondfactor;

import dev.muster.identity.sealing.SecretKey;
import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Ten codes for the day when the authenticator is lost, each used once; joins the caller's transaction. */
@ApplicationScoped
class RecoveryCodes {

    private static final int CODES = 10;

    /** 80 random bits: 16 characters, shown in four groups. */
    private static final int BYTES = 10;

    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private static final String DELETE = "delete from recovery_codes where user_id = ?1";
    private static final String INSERT = "insert into recovery_codes (user_id, code_hash)"
            + " select ?1, decode(hash, 'hex') from unnest(cast(?2 as text[])) as given (hash)";
    private static final String LEFT = "select count(*) from recovery_codes where user_id = ?1 and used_at is null";
    private static final String USE =
            "update recovery_codes set used_at = ?3 where user_id = ?1 and code_hash = ?2 and used_at is null";

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(SecretKey key) {
        this.key = key;
    }

    /** New codes in place of all older ones; the only time that they are known. Two statements. */
    Uni<List<String>> replace(UserId userId) {
        List<String> codes = Stream.generate(this::random).limit(CODES).toList();
        return remove(userId)
                .chain(() -> insert(userId, codes))
                .replaceWith(codes.stream().map(RecoveryCodes::grouped).toList());
    }

    /** Whether the text has the form of a recovery code; it may be typed with spaces, dashes and in capitals. */
    static boolean isOne(String typed) {
        return plain(typed).length() == LENGTH;
    }

    /** Whether this is an unused code of the person; one statement uses it up. */
    Uni<Boolean> use(UserId userId, String typed, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(USE)
                        .setParameter(1, userId.value())
                        .setParameter(2, hash(userId, plain(typed)))
                        .setParameter(3, now)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    Uni<Long> countLeft(UserId userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LEFT, Long.class)
                        .setParameter(1, userId.value())
                        .getSingleResult());
    }

    Uni<Void> remove(UserId userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DELETE)
                        .setParameter(1, userId.value())
                        .executeUpdate()
                        .replaceWithVoid());
    }

    private Uni<Void> insert(UserId userId, List<String> codes) {
        String[] hashes = codes.stream()
                .map(code -> HexFormat.of().formatHex(hash(userId, code)))
                .toArray(String[]::new);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter(1, userId.value())
                        .setParameter(2, hashes)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    private String random() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base32.encode(bytes).toLowerCase(Locale.ROOT);
    }

    private static String grouped(String code) {
        return String.join("-", code.split("(?<=\\G.{" + GROUP + "})", -1)).replaceAll("-$", "");
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private byte[] hash(UserId userId, String code) {
        return key.hash("recovery code of user " + userId, code);
    }
}
