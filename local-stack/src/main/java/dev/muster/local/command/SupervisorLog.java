package dev.muster.local.command;

import dev.muster.local.StackFailure;
import dev.muster.local.stack.StackDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the gateway, the mail catcher and the PostgreSQL library log to a file, away from the terminal. */
final class SupervisorLog {

    private static final int MAX_BYTES = 5_000_000;

    private SupervisorLog() {}

    static void writeTo(StackDirectory directory) {
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        try {
            Files.createDirectories(directory.logs());
            FileHandler file =
                    new FileHandler(escaped(directory.log("local-stack").toString()), MAX_BYTES, 1, true);
            file.setFormatter(new SimpleFormatter());
            file.setLevel(Level.INFO);
            root.addHandler(file);
        } catch (IOException e) {
            throw new StackFailure("cannot write in " + directory.logs() + ": " + e.getMessage(), e);
        }
    }

    /** A percent sign in the path would be read as the start of a placeholder. */
    private static String escaped(String path) {
        return path.replace("%", "%%");
    }
}
