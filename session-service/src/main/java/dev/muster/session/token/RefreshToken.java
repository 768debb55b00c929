package dev.muster.session.token;

import dev.muster.kit.id.IdText;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refresh token as its client holds it; its text form hides it.
 *
 * @param family the secret, 128 random bits, that all refresh tokens of the session share: whoever shows it has or had one
 * @param secret its own, 256 random bits
 */
public record RefreshToken(UserId userId, SessionId sessionId, String family, String secret) {

    private static final Pattern SHAPE = Pattern.compile(
            "(" + IdText.PATTERN + ")\\.([0-7][0-9A-HJKMNP-TV-Z]{25})\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

    /** The token that this is the text of; empty for what is none. Whether it is anybody's is another question. */
    public static Optional<RefreshToken> parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        return parts.matches()
                ? Optional.of(new RefreshToken(
                        new UserId(Long.parseLong(parts.group(1))),
                        new SessionId(parts.group(2)),
                        parts.group(3),
                        parts.group(4)))
                : Optional.empty();
    }

    /** What the client is given. */
    public String text() {
        return userId + "." + sessionId.value() + "." + family + "." + secret;
    }

    /** What the session keeps of the family. */
    public String familyHash() {
        return Sha256.of(family);
    }

    /** What is kept of the token itself. */
    String hash() {
        return Sha256.of(secret);
    }

    /** The token that takes this one's place: only who holds this one and the salt can tell it. */
    RefreshToken successor(String salt) {
        return new RefreshToken(userId, sessionId, family, Sha256.mac(salt, secret));
    }

    @Override
    public String toString() {
        return "RefreshToken[userId=" + userId + ", sessionId=" + sessionId.value() + "]";
    }
}
