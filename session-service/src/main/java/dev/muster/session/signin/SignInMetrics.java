package dev.muster.session.signin;

import dev.muster.kit.problem.ProblemException;
import dev.muster.session.SignInOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Counts attempts to sign in by how they ended: {@code muster_sign_ins_total{outcome="refused"}}. */
@ApplicationScoped
class SignInMetrics {

    private final MeterRegistry registry;

    SignInMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(SignedIn signedIn, Throwable failure) {
        registry.counter("muster.sign.ins", "outcome", outcome(failure)).increment();
    }

    private static String outcome(Throwable failure) {
        if (failure == null) {
            return SignInOutcome.SIGNED_IN.text();
        }
        if (failure instanceof SignInRefusedException refused) {
            return refused.outcome().text();
        }
        return failure instanceof ProblemException known
                ? known.problem().name().toLowerCase(Locale.ROOT)
                : "failed";
    }
}
