package dev.muster.testkit.http;

import io.vertx.core.http.HttpServerRequest;

/** What a peer may suffer from. */
public enum Trouble {
    NONE,
    CLOSES_CONNECTIONS,
    NEVER_ANSWERS,
    FAILS;

    /** Does to the call what the trouble does; false when there is none, so that the call is to be answered. */
    public boolean befalls(HttpServerRequest call) {
        switch (this) {
            case CLOSES_CONNECTIONS -> call.connection().close();
            case NEVER_ANSWERS -> call.pause();
            case FAILS -> call.response().setStatusCode(500).end();
            case NONE -> {
                return false;
            }
        }
        return true;
    }
}
