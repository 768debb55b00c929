package dev.muster.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.local.Http;
import dev.muster.local.StackFailure;
import dev.muster.local.stack.FreePorts;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailPageTest {

    private static final String EVIL = "<script>alert(1)</script>";

    private final Vertx vertx = Vertx.vertx();
    private final int port = FreePorts.find(1).get(0);

    @TempDir
    private Path directory;

    private Mailbox box;

    @BeforeEach
    void start() throws IOException {
        box = Mailbox.open(new MailArchive(directory.resolve("mails.jsonl")));
        MailPage.start(vertx, port, box);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void theMailsAreThereAsJsonOldestFirst() throws IOException {
        box.add(mail("first", "text", "<p>html</p>"));
        box.add(mail("second", "text", null));

        JsonNode mails = new ObjectMapper().readTree(get("/api/mails").body());

        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).properties())
                .extracting(member -> member.getKey() + "=" + member.getValue().asText())
                .containsExactly(
                        "to=pilot@acme.example",
                        "from=no-reply@muster.example",
                        "subject=first",
                        "text=text",
                        "html=<p>html</p>",
                        "received=2026-03-01T12:00:00Z");
        assertThat(mails.get(1).get("html").isNull()).isTrue();
    }

    @Test
    void theJsonCanBeOfOneRecipientOnly() throws IOException {
        box.add(mail("mine", "text", null));

        assertThat(get("/api/mails?to=PILOT@acme.example").body()).contains("mine");
        assertThat(get("/api/mails?to=other@acme.example").body()).isEqualTo("[]");
    }

    @Test
    void thePageListsTheNewestFirst() throws IOException {
        box.add(mail("first", "text", null));
        box.add(mail("second", "text", null));

        assertThat(get("/").body()).containsSubsequence("second", "first").contains("data-newest=\"2\"");
        assertThat(get("/api/newest").body()).isEqualTo("{\"newest\":2}");
    }

    @Test
    void anEmptyBoxSaysSo() {
        assertThat(get("/").body()).contains("No mail yet.");
    }

    @Test
    void nothingFromAMailBecomesMarkupOfThePage() throws IOException {
        box.add(new Mail(EVIL, EVIL, EVIL + "\"'", EVIL, EVIL, EVIL));

        assertThat(get("/").body()).doesNotContain(EVIL).contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;");
    }

    @Test
    void theHtmlOfAMailIsShownInASandboxOnly() throws IOException {
        box.add(mail("html", "text", "<p>Hello</p>"));

        HttpResponse<String> html = get("/mails/1/html");

        assertThat(get("/").body()).contains("<iframe sandbox=").contains("src=\"/mails/1/html\"");
        assertThat(html.body()).isEqualTo("<base target=\"_blank\"><p>Hello</p>");
        assertThat(policy(html))
                .startsWith("sandbox ")
                .contains("default-src 'none'")
                .doesNotContain("allow-scripts", "allow-same-origin");
    }

    @Test
    void thePageRunsNoScriptButItsOwn() {
        assertThat(policy(get("/")))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(get("/").body()).doesNotContain("onclick", "<style");
        assertThat(get("/mail.js").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
        assertThat(get("/mail.css").statusCode()).isEqualTo(200);
        assertThat(get("/").headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void aMailWithoutHtmlOrAnUnknownOneIsNotFound() throws IOException {
        box.add(mail("plain", "text", null));

        assertThat(get("/mails/1/html").statusCode()).isEqualTo(404);
        assertThat(get("/mails/99/html").statusCode()).isEqualTo(404);
        assertThat(get("/other").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherHostNameIsRefusedSoThatNoWebPageCanReadTheMails() throws Exception {
        int status = vertx.createHttpClient()
                .request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"))
                        .setHost("evil.example")
                        .setURI("/api/mails"))
                .compose(request -> request.send())
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS)
                .statusCode();

        assertThat(status).isEqualTo(421);
    }

    @Test
    void aTakenPortIsSaid() {
        Vertx another = Vertx.vertx();
        try {
            assertThatThrownBy(() -> MailPage.start(another, port, box))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("port " + port);
        } finally {
            another.close();
        }
    }

    private HttpResponse<String> get(String path) {
        return Http.get("http://localhost:" + port + path);
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private static Mail mail(String subject, String text, String html) {
        return new Mail("pilot@acme.example", "no-reply@muster.example", subject, text, html, "2026-03-01T12:00:00Z");
    }
}
