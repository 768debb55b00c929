package dev.muster.identity.policy;

import dev.muster.identity.Password;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The local list of passwords that many people have; read when a password is first judged. */
@ApplicationScoped
class CommonPasswords {

    private static final String LIST = "/passwords/common.txt";

    private final Set<String> passwords = read();

    private static Set<String> read() {
        try (InputStream list = CommonPasswords.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException(LIST + " is not packaged");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(Password password) {
        return passwords.contains(
                Normalizer.normalize(password.text(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }
}
