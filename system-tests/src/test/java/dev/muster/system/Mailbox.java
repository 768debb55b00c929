package dev.muster.system;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the stack under test has mailed; only a stack started by {@code ./muster} catches its mails. */
public final class Mailbox {

    /** A mail whose sender was killed is sent again when the lease ends, 30 s later. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final Pattern LINK = Pattern.compile("/pages/([a-z-]+)/([0-9]+)/([A-Za-z0-9_-]+)");

    private Mailbox() {}

    /** The link of a mail: the page that it opens, whose it is, and its secret. */
    public record Link(String page, String userId, String secret) {

        /** The ticket as one path segment of the directory API. */
        public String ticket() {
            return userId + "." + secret;
        }
    }

    /** The link in the newest mail to the address; waits until there is one. */
    public static Link awaitLink(String address) {
        return await("a mail with a link to " + address)
                .atMost(DEADLINE)
                .until(() -> newestLinkTo(address), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<Link> newestLinkTo(String address) {
        List<String> texts = textsTo(address);
        return texts.isEmpty() ? Optional.empty() : linkIn(texts.get(texts.size() - 1));
    }

    private static Optional<Link> linkIn(String text) {
        Matcher link = LINK.matcher(text);
        return link.find() ? Optional.of(new Link(link.group(1), link.group(2), link.group(3))) : Optional.empty();
    }

    /** The texts of the mails to the address so far, oldest first. */
    public static List<String> textsTo(String address) {
        List<String> texts = new ArrayList<>();
        mails(address).forEach(mail -> texts.add(mail.path("text").asText()));
        return texts;
    }

    private static JsonNode mails(String address) {
        String url = System.getenv("MUSTER_MAIL_URL");
        if (url == null) {
            throw new IllegalStateException("MUSTER_MAIL_URL does not say where the mails are");
        }
        try {
            return new ObjectMapper()
                    .readTree(given().queryParam("to", address)
                            .get(url + "/api/mails")
                            .asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
