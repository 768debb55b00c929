package dev.muster.identity.mail;

import dev.muster.kit.id.UserId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A mail as it waits in the outbox.
 *
 * @param id names the mail, the same in every try, so that a mailbox recognises one that comes twice
 * @param about an address or an organization that the text names, or null
 * @param sealedSecret what the link or the text shows, sealed until the mail is written; null when there is none
 * @param lifetimeSeconds how long the secret is good, as the text says it
 * @param expiresAt when a mail that is still waiting is not worth sending any more, null for never
 */
@RegisterForReflection
record OrderedMail(
        String id,
        MailKind kind,
        UserId userId,
        String to,
        String name,
        String language,
        String about,
        String sealedSecret,
        long lifetimeSeconds,
        Instant expiresAt) {}
