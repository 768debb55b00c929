package dev.muster.local.command;

import dev.muster.local.demo.DemoAccounts;
import dev.muster.local.stack.PortPlan;
import dev.muster.local.stack.StackDirectory;
import dev.muster.local.terminal.Terminal;
import java.util.Locale;

/** What {@code ./muster up} says when everything is ready. */
final class Announcement {

    private final PortPlan ports;
    private final StackDirectory directory;
    private final Terminal terminal;

    Announcement(PortPlan ports, StackDirectory directory, Terminal terminal) {
        this.ports = ports;
        this.directory = directory;
        this.terminal = terminal;
    }

    void print() {
        terminal.line("");
        terminal.heading("Muster is ready at " + ports.baseUrl());
        terminal.line("");
        terminal.line("  mail   " + ports.mailUrl() + " or ./muster mail" + directoryOption());
        terminal.line("  logs   " + directory.logs());
        terminal.line("  stop   Ctrl-C here, or ./muster down" + directoryOption() + " anywhere");
        terminal.line("");
        terminal.heading("Demo accounts, all with the password " + DemoAccounts.PASSWORD);
        for (DemoAccounts.Account account : DemoAccounts.all()) {
            terminal.line(String.format(Locale.ROOT, "  %-28s %s", account.email(), account.role()));
        }
        terminal.line("");
        terminal.heading("Try it");
        terminal.line("  TOKEN=$(curl -s " + ports.baseUrl() + "/login.json -H 'Content-Type: application/json' \\");
        terminal.line("    -d '{\"email\":\"" + DemoAccounts.PILOT + "\",\"password\":\"" + DemoAccounts.PASSWORD
                + "\"}' \\");
        terminal.line("    | sed -n 's/.*\"token\":\"\\([^\"]*\\)\".*/\\1/p')");
        terminal.line("  curl -s " + ports.baseUrl() + "/users/view.json -H \"Authorization: Bearer $TOKEN\"");
        terminal.line("  ./muster mail" + directoryOption());
        terminal.line("");
    }

    private String directoryOption() {
        return directory.path().equals(directory.home().resolve(".muster")) ? "" : " --dir '" + directory.path() + "'";
    }
}
