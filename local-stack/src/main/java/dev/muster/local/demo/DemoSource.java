package dev.muster.local.demo;

import dev.muster.local.StackFailure;
import dev.muster.local.service.Service;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Where the statements that fill a service's database with demo data come from. */
@FunctionalInterface
public interface DemoSource {

    /** The service's statements; blank when it has none. */
    String statementsOf(Service service);

    /** What the services' {@code src/demo/sql/demo.sql} say, as packaged into this program. */
    static DemoSource packaged() {
        return service -> {
            String path = "/demo/" + service.module() + "/demo.sql";
            try (InputStream file = DemoSource.class.getResourceAsStream(path)) {
                return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new StackFailure("the demo data of " + service.module() + " cannot be read", e);
            }
        };
    }
}
