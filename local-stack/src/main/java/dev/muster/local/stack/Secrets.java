package dev.muster.local.stack;

import dev.muster.local.StackFailure;
import dev.muster.local.service.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The stack's random secrets, made once and kept in a file that only its owner may read. */
public final class Secrets {

    private static final int BYTES = 32;
    private static final String SUPERUSER = "postgres.superuser.password";
    private static final String SERVICE_TOKEN = "service.token.secret";
    private static final String TOKEN_KEY_ENCRYPTION = "token.key.encryption.key";
    private static final String IDENTITY_KEY = "identity.secret.key";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Reads the file, and adds to it whatever secret it does not have yet. */
    public static Secrets loadOrCreate(Path file) {
        Properties values = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    values.load(reader);
                }
            }
            if (completed(values)) {
                write(file, values);
            }
            return new Secrets(values);
        } catch (IOException e) {
            throw new StackFailure("cannot keep the secrets in " + file + ": " + e.getMessage(), e);
        }
    }

    public String superuserPassword() {
        return values.getProperty(SUPERUSER);
    }

    public String databasePassword(Service service) {
        return values.getProperty(databaseKey(service));
    }

    /** Shared by the services, to vouch for their calls to each other. */
    public String serviceTokenSecret() {
        return values.getProperty(SERVICE_TOKEN);
    }

    /** Encrypts the signing keys in the session database. */
    public String tokenKeyEncryptionKey() {
        return values.getProperty(TOKEN_KEY_ENCRYPTION);
    }

    /** Seals what identity-service must be able to read again. */
    public String identitySecretKey() {
        return values.getProperty(IDENTITY_KEY);
    }

    private static boolean completed(Properties values) {
        boolean added = addTo(values, SUPERUSER);
        added |= addTo(values, SERVICE_TOKEN);
        added |= addTo(values, TOKEN_KEY_ENCRYPTION);
        added |= addTo(values, IDENTITY_KEY);
        for (Service service : Service.values()) {
            added |= addTo(values, databaseKey(service));
        }
        return added;
    }

    private static boolean addTo(Properties values, String key) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return values.putIfAbsent(key, Base64.getEncoder().encodeToString(bytes)) == null;
    }

    private static String databaseKey(Service service) {
        return "database." + service.database() + ".password";
    }

    private static void write(Path file, Properties values) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
            values.store(out, "Secrets of this local stack; ./muster up --fresh makes new ones");
        }
    }
}
