package dev.muster.local.command;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.local.mail.Mail;
import dev.muster.local.mail.MailArchive;
import dev.muster.local.mail.MailText;
import dev.muster.local.mail.NewestMails;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./muster mail}. */
@Command(
        name = "mail",
        description = "Shows the newest " + MailCommand.USUAL
                + " mails that Muster sent, newest last, whether it runs or not.",
        mixinStandardHelpOptions = true)
final class MailCommand implements Callable<Integer> {

    static final int USUAL = 100;

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @ParentCommand
    private Muster muster;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "print a JSON array of {to, from, subject, text, html, received}")
    private boolean json;

    @Option(names = "--to", paramLabel = "<address>", description = "only the mails to this address")
    private String to;

    @Option(names = "--all", description = "the older ones too")
    private boolean all;

    /** Something that shows mails to a reader one after the other. */
    private interface Source {

        void read(Consumer<Mail> reader);
    }

    @Override
    public Integer call() throws IOException {
        if (all) {
            print(this::readWanted);
        } else {
            NewestMails newest = new NewestMails(USUAL);
            readWanted(newest);
            print(newest.mails()::forEach);
            tell(newest.leftOut());
        }
        return CommandLine.ExitCode.OK;
    }

    private void readWanted(Consumer<Mail> reader) {
        new MailArchive(muster.stackDirectory().mails()).read(mail -> {
            if (to == null || mail.isTo(to)) {
                reader.accept(mail);
            }
        });
    }

    private void print(Source mails) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            printArray(mails, out);
        } else {
            printText(mails, out);
        }
        out.flush();
    }

    private static void printArray(Source mails, PrintWriter out) throws IOException {
        try (SequenceWriter array = JSON.writerWithDefaultPrettyPrinter().writeValuesAsArray(out)) {
            mails.read(mail -> write(mail, array));
        }
        out.println();
    }

    private static void write(Mail mail, SequenceWriter array) {
        try {
            array.write(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void printText(Source mails, PrintWriter out) {
        AtomicBoolean none = new AtomicBoolean(true);
        mails.read(mail -> {
            none.set(false);
            out.print(MailText.of(mail));
        });
        if (none.get()) {
            out.print("No mail yet.\n");
        }
    }

    private void tell(long leftOut) {
        if (leftOut > 0) {
            spec.commandLine().getErr().println(leftOut + " older mails are left out; --all shows them too");
        }
    }
}
