package dev.muster.session.refreshing;

import dev.muster.session.token.RefreshToken;
import dev.muster.session.token.SessionToken;

/** A session's new tokens. */
record Refreshed(SessionToken access, RefreshToken refresh) {}
