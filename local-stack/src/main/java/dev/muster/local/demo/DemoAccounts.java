package dev.muster.local.demo;

import java.util.List;

/** The demo people as {@code ./muster up} introduces them; the services' demo data creates them. */
public final class DemoAccounts {

    /** One password for all of them; it exists nowhere but in a local stack. */
    public static final String PASSWORD = "fly-safe-every-day";

    /** The account that the printed commands sign in with. */
    public static final String PILOT = "pilot@acme.example";

    /** Somebody to sign in as. */
    public record Account(String email, String role) {}

    private DemoAccounts() {}

    /** Everybody, most powerful first. */
    public static List<Account> all() {
        return List.of(
                new Account("operator@muster.example", "platform operator"),
                new Account("supervisor@muster.example", "network supervisor"),
                new Account("admin@acme.example", "Administrator of 42 Acme Flight School"),
                new Account(PILOT, "Pilot in 42, Student in 43 Blue Sky Club"),
                new Account("student@acme.example", "Student in 42"),
                new Account("admin@bluesky.example", "Administrator of 43 Blue Sky Club"),
                new Account("admin@carpool.example", "Administrator of 44 Carpool North"));
    }
}
