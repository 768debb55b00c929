package dev.muster.session.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.wire.ProfileTime;
import dev.muster.session.SessionPolicy;
import dev.muster.session.SessionRow;
import dev.muster.session.SignInEventRow;
import java.util.List;

/** The sign-in history and the open sessions in the profile API's shape. */
public record LoginsView(List<Login> logins, List<Session> sessions, String currentSession) {

    /** One line of the history. */
    public record Login(@JsonProperty("UserLogin") UserLogin userLogin) {}

    /** One sign-in. */
    public record UserLogin(
            String id, String city, String browser, String country, String provider, String ip, String modified) {}

    /** One open session. */
    public record Session(@JsonProperty("UserSession") UserSession userSession) {}

    /** Its description; the id is not the token. */
    public record UserSession(String id, boolean api, String device, String ip, String expires, String modified) {}

    static LoginsView of(List<SignInEventRow> newest, List<SessionRow> open, SessionId current, SessionPolicy policy) {
        return new LoginsView(
                newest.stream().map(LoginsView::login).toList(),
                open.stream().map(row -> session(row, policy)).toList(),
                current.value());
    }

    private static Login login(SignInEventRow row) {
        return new Login(new UserLogin(
                row.id.toString(),
                row.city,
                row.browser,
                row.country,
                row.provider,
                row.ip,
                ProfileTime.format(row.at)));
    }

    private static Session session(SessionRow row, SessionPolicy policy) {
        return new Session(new UserSession(
                row.id().value(),
                row.api(),
                row.device(),
                row.ip(),
                ProfileTime.format(policy.expiry(row.lastUsedAt(), row.endsAt())),
                ProfileTime.format(row.lastUsedAt())));
    }
}
