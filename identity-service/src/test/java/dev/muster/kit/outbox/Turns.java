package dev.muster.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

/** Sees to it that of two replicas both get rows: while a test says so, each gets one batch until the other has one too. */
@ApplicationScoped
public class Turns {

    private static final int REPLICAS = 2;

    private final Set<Object> haveClaimed = new HashSet<>();
    private String kind = "";

    /** From now on, for rows of the kind. */
    synchronized void begin(String wanted) {
        kind = wanted;
        haveClaimed.clear();
    }

    synchronized void end() {
        kind = "";
    }

    synchronized boolean mayClaim(Object replica, String wanted) {
        return !kind.equals(wanted) || haveClaimed.size() == REPLICAS || !haveClaimed.contains(replica);
    }

    synchronized void hasClaimed(Object replica, String claimed) {
        if (kind.equals(claimed)) {
            haveClaimed.add(replica);
        }
    }
}
