package dev.muster.identity.page;

import dev.muster.identity.text.ReaderLanguage;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Answers with pages: no script, nothing from elsewhere, kept by nobody and framed by nobody. */
@ApplicationScoped
public class Pages {

    private static final int OK = 200;

    /** Only our own stylesheet is loaded, and forms lead back here. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The words of pages in the reader's language. */
    public PageMessages words(ReaderLanguage language) {
        return MessageBundles.get(PageMessages.class, Localized.Literal.of(language.tag()));
    }

    public Uni<Response> show(Page page) {
        return show(OK, page);
    }

    public Uni<Response> show(int status, Page page) {
        return PageTemplates.page(page)
                .createUni()
                .map(html -> Response.status(status)
                        .type("text/html;charset=UTF-8")
                        .header("Content-Language", page.language())
                        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                        .header("Referrer-Policy", "no-referrer")
                        .header("X-Content-Type-Options", "nosniff")
                        .header("X-Frame-Options", "DENY")
                        .header("X-Robots-Tag", "noindex")
                        .header("Cache-Control", "no-store")
                        .header("Vary", "Accept-Language")
                        .entity(html)
                        .build());
    }

    /** A problem becomes a page; who follows a bad link is not known, so the browser's language has to do. */
    public Uni<Response> answer(String acceptedLanguages, Supplier<Uni<Response>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> showProblem(failure, ReaderLanguage.accepted(acceptedLanguages)));
    }

    /** Tells a person what became of their try, with the status that the problem has everywhere. */
    private Uni<Response> showProblem(ProblemException failure, ReaderLanguage language) {
        PageMessages words = words(language);
        String text = switch (failure.problem()) {
            case NOT_FOUND -> words.spentText();
            case EMAIL_TAKEN -> words.takenText();
            default -> words.laterText();
        };
        String title = switch (failure.problem()) {
            case NOT_FOUND -> words.spentTitle();
            case EMAIL_TAKEN -> words.takenTitle();
            default -> words.laterTitle();
        };
        return show(failure.problem().status(), Page.telling(language.tag(), title, text));
    }

    /** Whether the form should be shown again: what was typed is refused, the link is still good. */
    public static boolean isInput(Throwable failure) {
        return failure instanceof ProblemException known && known.problem() == Problem.INVALID_INPUT;
    }
}
