package dev.muster.bench;

import dev.muster.bench.Load.Request;
import java.util.List;

/** One caller of the load with its session; a request at a time. */
final class Caller {

    private static final List<Request> TURNS = List.of(
            Request.VIEW,
            Request.LIST,
            Request.VIEW,
            Request.VIEW,
            Request.SWITCH,
            Request.VIEW,
            Request.LIST,
            Request.VIEW,
            Request.SIGN_IN,
            Request.VIEW);

    private static final List<String> LISTS =
            List.of("/users/logins.json", "/users/organizations.json", "/users/user_groups.json");

    private static final int ACME = 42;
    private static final int BLUE_SKY = 43;

    private final Load load;
    private final Target target = new Target();
    private int turn;
    private int lists;
    private int organization = ACME;
    private String token;

    Caller(Load load, int number) {
        this.load = load;
        this.turn = number;
        this.lists = number;
    }

    /** Makes the request whose turn it is; after a failure it is not known which token is good, so it signs in anew. */
    void next() {
        Request request = token == null ? Request.SIGN_IN : TURNS.get(turn++ % TURNS.size());
        switch (request) {
            case VIEW -> read(Request.VIEW, "/users/view.json");
            case LIST -> read(Request.LIST, LISTS.get(lists++ % LISTS.size()));
            case SWITCH -> switchOrganization();
            default -> signIn();
        }
    }

    private void read(Request request, String path) {
        if (load.measure(request, () -> target.get(path, token)) == null) {
            token = null;
        }
    }

    private void switchOrganization() {
        int next = organization == ACME ? BLUE_SKY : ACME;
        token = load.measure(Request.SWITCH, () -> target.switchTo(next, token));
        organization = next;
    }

    private void signIn() {
        String before = token;
        token = load.measure(Request.SIGN_IN, target::signIn);
        organization = ACME;
        if (before != null) {
            load.measure(Request.SIGN_OUT, () -> target.signOut(before));
        }
    }
}
