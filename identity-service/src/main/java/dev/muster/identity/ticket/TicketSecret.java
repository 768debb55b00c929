package dev.muster.identity.ticket;

import dev.muster.identity.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret of a ticket, known only to whoever got the mail; never stored and never printed. */
public record TicketSecret(String text) {

    private static final int BYTES = 32;

    /** 256 random bits in base64url, so that a stored hash needs no key and no salt. */
    static TicketSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TicketSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "TicketSecret[hidden]";
    }
}
