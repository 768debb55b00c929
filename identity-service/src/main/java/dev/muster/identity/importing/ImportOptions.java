package dev.muster.identity.importing;

import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;

/**
 * How a file is to be taken in.
 *
 * @param dryRun whether everything is to be done but the writing
 * @param mail whether the new people get their activation mail; without, an administrator sends it by {@code resend}
 */
record ImportOptions(ImportMode mode, boolean dryRun, boolean mail) {

    /** Reads the query; a flag's presence is enough, {@code =false} takes it back. */
    static ImportOptions of(MultivaluedMap<String, String> query) {
        List<FieldError> errors = new ArrayList<>();
        ImportMode mode = mode(query.getFirst("mode"), errors);
        boolean dryRun = flag("dry_run", query, false, errors);
        boolean mail = flag("mail", query, true, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new ImportOptions(mode, dryRun, mail);
    }

    private static ImportMode mode(String word, List<FieldError> errors) {
        for (ImportMode mode : ImportMode.values()) {
            if (word == null || word.equals(mode.word())) {
                return mode;
            }
        }
        errors.add(new FieldError("/mode", "invalid_value", "The mode is partial or atomic"));
        return ImportMode.PARTIAL;
    }

    private static boolean flag(
            String name, MultivaluedMap<String, String> query, boolean absent, List<FieldError> errors) {
        if (!query.containsKey(name)) {
            return absent;
        }
        String value = query.getFirst(name);
        if (value == null || value.isEmpty() || value.equals("true")) {
            return true;
        }
        if (!value.equals("false")) {
            errors.add(new FieldError("/" + name, "invalid_value", "This is true or false"));
        }
        return false;
    }

    /** What tells this request from another with the same file. */
    String fingerprint() {
        return mode.word() + ' ' + dryRun + ' ' + mail + '\n';
    }
}
