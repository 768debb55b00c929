package dev.muster.session.listing;

import dev.muster.kit.access.LiveSession;
import dev.muster.session.SessionPolicy;
import dev.muster.session.SessionRepository;
import dev.muster.session.SessionRow;
import dev.muster.session.SignInEventRepository;
import dev.muster.session.SignInEventRow;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists a person's newest sign-ins and open sessions: two statements, each by index. */
@ApplicationScoped
public class ListSessions {

    private static final int SIGN_INS = 50;

    /** More open sessions than anyone has devices; the oldest beyond it are not shown. */
    private static final int SESSIONS = 500;

    private final SessionRepository sessions;
    private final SignInEventRepository signIns;
    private final SessionPolicy policy;

    ListSessions(SessionRepository sessions, SignInEventRepository signIns, SessionPolicy policy) {
        this.sessions = sessions;
        this.signIns = signIns;
        this.policy = policy;
    }

    @WithSession
    Uni<LoginsView> list(LiveSession caller) {
        return signIns.newest(caller.userId(), SIGN_INS)
                .chain(newest -> sessions.listOpen(caller.userId(), SESSIONS).map(open -> view(newest, open, caller)));
    }

    private LoginsView view(List<SignInEventRow> newest, List<SessionRow> open, LiveSession caller) {
        return LoginsView.of(newest, open, caller.id(), policy);
    }
}
