package dev.muster.local.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.local.StackFailure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page to read the caught mails in a browser, and the same as JSON on {@code /api/mails}; on 127.0.0.1 only. */
public final class MailPage implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 10;
    private static final Pattern HTML_PATH = Pattern.compile("/mails/(\\d{1,18})/html");
    private static final Map<String, String> ASSETS =
            Map.of("/mail.css", "text/css; charset=utf-8", "/mail.js", "text/javascript; charset=utf-8");
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1");
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                    + " frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
    private static final JsonMapper JSON = new JsonMapper();

    private final Mailbox box;
    private final HttpServer server;

    private MailPage(Vertx vertx, Mailbox box) {
        this.box = box;
        this.server = vertx.createHttpServer(new HttpServerOptions()).requestHandler(this::handle);
    }

    /** Starts to listen; fails when the port is taken. */
    public static MailPage start(Vertx vertx, int port, Mailbox box) {
        MailPage page = new MailPage(vertx, box);
        try {
            page.server
                    .listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure("the mail page cannot listen on port " + port + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw StackFailure.interrupted(e);
        }
        return page;
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpServerRequest request) {
        request.response().putHeader("X-Content-Type-Options", "nosniff").putHeader("Cache-Control", "no-store");
        String path = request.path() == null ? "" : request.path();
        Matcher html = HTML_PATH.matcher(path);
        if (!isLocal(request.authority())) {
            answer(request, 421, "text/plain", PAGE_POLICY, "This page is for this machine only.\n");
        } else if (path.equals("/")) {
            answer(request, 200, "text/html; charset=utf-8", PAGE_POLICY, MailHtml.page(box.all()));
        } else if (path.equals("/api/mails")) {
            answer(request, 200, "application/json", PAGE_POLICY, json(request.getParam("to")));
        } else if (path.equals("/api/newest")) {
            answer(request, 200, "application/json", PAGE_POLICY, "{\"newest\":" + box.newest() + "}");
        } else if (ASSETS.containsKey(path)) {
            answer(request, 200, ASSETS.get(path), PAGE_POLICY, MailHtml.asset(path));
        } else if (html.matches()) {
            answerHtml(request, Long.parseLong(html.group(1)));
        } else {
            answer(request, 404, "text/plain", PAGE_POLICY, "There is no such page.\n");
        }
    }

    private void answerHtml(HttpServerRequest request, long number) {
        box.all().stream()
                .filter(entry -> entry.number() == number && entry.mail().html() != null)
                .findFirst()
                .ifPresentOrElse(
                        entry -> answer(request, 200, "text/html; charset=utf-8", MAIL_POLICY, MailHtml.framed(entry)),
                        () -> answer(request, 404, "text/plain", PAGE_POLICY, "There is no such mail.\n"));
    }

    private String json(String to) {
        List<Mail> mails = box.all().stream()
                .map(Mailbox.Numbered::mail)
                .filter(mail -> to == null || mail.isTo(to))
                .toList();
        try {
            return JSON.writeValueAsString(mails);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A foreign name that resolves to this machine would let a web page in the browser read the mails. */
    private static boolean isLocal(HostAndPort authority) {
        return authority != null && LOCAL_NAMES.contains(authority.host());
    }

    private static void answer(HttpServerRequest request, int status, String type, String policy, String body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", type)
                .putHeader("Content-Security-Policy", policy)
                .end(body);
    }
}
