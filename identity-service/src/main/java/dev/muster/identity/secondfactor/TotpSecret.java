package dev.muster.identity.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app and Muster share: RFC 6238 with SHA-1, six digits and 30 seconds, which every app can. */
public record TotpSecret(String base32) {

    /** RFC 4226, 4 (R6): 160 bits are recommended. */
    private static final int BYTES = 20;

    private static final long STEP_SECONDS = 30;

    /** RFC 6238, 5.2: one step earlier or later makes up for clocks that differ. */
    private static final int SKEW = 1;

    static TotpSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TotpSecret(Base32.encode(bytes));
    }

    /** The time step whose code this is, the present one or a neighbour; empty when it is none of theirs. */
    OptionalLong stepOf(String code, Instant now) {
        long present = now.getEpochSecond() / STEP_SECONDS;
        for (long step = present - SKEW; step <= present + SKEW; step++) {
            if (MessageDigest.isEqual(bytes(codeAt(step)), bytes(code))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** The code of a time step. */
    String codeAt(long step) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(Base32.decode(base32), "HmacSHA1"),
                            Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("The secret of an authenticator is no key", e);
        }
    }

    /** What an app reads from a QR code; it shows the name beside its codes. */
    public String uri(String signInName) {
        return "otpauth://totp/Muster:" + encoded(signInName) + "?secret=" + base32
                + "&issuer=Muster&algorithm=SHA1&digits=6&period=" + STEP_SECONDS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "TotpSecret[hidden]";
    }
}
