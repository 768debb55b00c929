package dev.muster.identity.ticket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long one-time secrets are good, counted from their issue. */
@ConfigMapping(prefix = "muster.tickets")
public interface TicketConfig {

    /** A link that activates an account. */
    @WithDefault("PT72H")
    Duration activation();

    /** A link that confirms a new e-mail address. */
    @WithDefault("PT24H")
    Duration emailConfirmation();

    /** A link that takes an e-mail change back, also once it has been confirmed. */
    @WithDefault("PT168H")
    Duration emailUndo();

    /** A link by which somebody who has an account accepts to join an organization. */
    @WithDefault("PT168H")
    Duration invitation();

    /** A link that sets a new password. */
    @WithDefault("PT1H")
    Duration passwordReset();

    /** A sign-in code. */
    @WithDefault("PT10M")
    Duration secondFactorCode();

    /** Wrong guesses that a sign-in code bears. */
    @WithDefault("5")
    int secondFactorCodeTries();

    default Duration of(TicketKind kind) {
        return switch (kind) {
            case ACTIVATION -> activation();
            case EMAIL_CONFIRMATION -> emailConfirmation();
            case EMAIL_UNDO -> emailUndo();
            case INVITATION -> invitation();
            case PASSWORD_RESET -> passwordReset();
            case SECOND_FACTOR_CODE -> secondFactorCode();
        };
    }
}
