package dev.muster.local.stack;

import dev.muster.local.postgres.OrphanedPostgres;

/** Ends what a stack left running whose supervisor was killed; touches only processes that the stack recorded. */
public final class Leftovers {

    private static final long PATIENCE_SECONDS = 10;

    private Leftovers() {}

    /** Stops every recorded process that still lives, PostgreSQL last, and forgets the record. */
    public static void clean(StackDirectory directory) {
        StateFile file = new StateFile(directory.state());
        file.read().ifPresent(state -> {
            state.processes().stream()
                    .filter(entry -> !entry.name().equals(StackState.POSTGRES))
                    .map(StackState.Entry::identity)
                    .forEach(process -> process.stop(PATIENCE_SECONDS));
        });
        OrphanedPostgres.stop(directory.postgres());
        file.delete();
    }
}
