package dev.muster.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.local.mail.Mail;
import dev.muster.local.mail.MailArchive;
import dev.muster.local.mail.MailText;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./muster mail}. */
@Command(
        name = "mail",
        description = "Shows the mails that Muster sent, newest last, whether it runs or not.",
        mixinStandardHelpOptions = true)
final class MailCommand implements Callable<Integer> {

    @ParentCommand
    private Muster muster;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "print a JSON array of {to, from, subject, text, html, received}")
    private boolean json;

    @Option(names = "--to", paramLabel = "<address>", description = "only the mails to this address")
    private String to;

    @Override
    public Integer call() throws JsonProcessingException {
        List<Mail> mails = new MailArchive(muster.stackDirectory().mails())
                .read().stream().filter(mail -> to == null || mail.isTo(to)).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(mails));
        } else {
            out.print(MailText.of(mails));
            out.flush();
        }
        return CommandLine.ExitCode.OK;
    }
}
