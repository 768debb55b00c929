package dev.muster.identity;

import dev.muster.kit.outbox.Outbox;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The addresses for which somebody asked for another password, in the outbox until it is looked up who has them. */
@ApplicationScoped
public class RecoveryRequests {

    public static final String KIND = "password.recovery";

    /** No address is longer (RFC 5321, 4.5.3.1.3), so what is cut off belongs to nobody. */
    private static final int LONGEST = 255;

    private final Outbox outbox;

    RecoveryRequests(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Somebody asked for another password with this address, whether or not anybody has it; as the outbox keeps it. */
    @RegisterForReflection
    public record Asked(String email) {}

    /** Notes the address in the caller's transaction: the same statement for every text. */
    public Uni<Void> note(EmailAddress email) {
        return outbox.append(KIND, keyOf(email.key()), new Asked(cut(email.text())))
                .replaceWithVoid();
    }

    /** Forgets, in the caller's transaction, what was asked for with the person's address. */
    public Uni<Void> withdraw(UserRow user) {
        return user.hasEmail()
                ? outbox.withdraw(Set.of(KIND), keyOf(user.emailKey))
                : Uni.createFrom().voidItem();
    }

    /** Ends with what no address has in it: none of these is the start of another one. */
    private static String keyOf(String emailKey) {
        return "recovery:" + cut(emailKey) + ":";
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
