package dev.muster.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.local.demo.DemoAccounts;
import dev.muster.local.stack.PortPlan;
import dev.muster.local.stack.StackDirectory;
import dev.muster.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

    private static final Path HOME = Path.of("/home/pilot/muster");

    @Test
    void itNamesTheAddressesTheAccountsAndTheCommandsToTry() {
        String text = announce(HOME.resolve(".muster"));

        assertThat(text)
                .contains("Muster is ready at http://localhost:8080")
                .contains("http://localhost:8085")
                .contains("fly-safe-every-day")
                .contains("TOKEN=$(curl -s http://localhost:8080/login.json")
                .contains("curl -s http://localhost:8080/users/view.json -H \"Authorization: Bearer $TOKEN\"")
                .contains("  ./muster mail\n");
        assertThat(DemoAccounts.all())
                .hasSize(7)
                .allSatisfy(account -> assertThat(text).contains(account.email(), account.role()));
    }

    @Test
    void theCommandsNameADirectoryOfItsOwn() {
        assertThat(announce(HOME.resolve("other stack")))
                .contains("./muster mail --dir '/home/pilot/muster/other stack'")
                .contains("./muster down --dir '/home/pilot/muster/other stack'");
    }

    @Test
    void noLineIsWiderThanATerminal() {
        assertThat(announce(HOME.resolve(".muster")).lines()).allMatch(line -> line.length() <= 110);
    }

    private static String announce(Path path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, false);
        new Announcement(PortPlan.startingAt(8080, Map.of()), new StackDirectory(HOME, path), terminal).print();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
