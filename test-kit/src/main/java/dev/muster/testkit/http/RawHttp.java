package dev.muster.testkit.http;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Sends a request byte for byte, as no polite client would, to the service under test. */
public final class RawHttp {

    private static final int DEADLINE_MILLIS = 15_000;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final StringBuilder head;
    private String body = "";

    private RawHttp(String method, String target) {
        head = new StringBuilder(method)
                .append(' ')
                .append(target)
                .append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    }

    /** A request whose target is sent as it is given. */
    public static RawHttp request(String method, String target) {
        return new RawHttp(method, target);
    }

    public RawHttp header(String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    public RawHttp json(String text) {
        return body("application/json", text);
    }

    public RawHttp body(String type, String text) {
        body = text;
        header("Content-Type", type);
        return header("Content-Length", Integer.toString(text.getBytes(StandardCharsets.UTF_8).length));
    }

    /** A body whose length is not told beforehand. */
    public RawHttp chunked(String type, String text) {
        header("Content-Type", type);
        header("Transfer-Encoding", "chunked");
        body = Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n0\r\n\r\n";
        return this;
    }

    /** The answer to the request. */
    public Answer send() {
        return exchange((head + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    /** The answer to any bytes at all. */
    public static Answer exchange(byte[] bytes) {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(DEADLINE_MILLIS);
            write(socket, bytes);
            return parse(new String(readAll(socket.getInputStream()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server may answer and hang up before it has read everything. */
    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException refusedHalfway) {
            return;
        }
    }

    private static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (SocketException resetAfterTheAnswer) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    private static Answer parse(String text) {
        int end = text.indexOf(END_OF_HEAD);
        if (end < 0) {
            throw new AssertionError("There was no answer, only: " + text);
        }
        String[] lines = text.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).trim());
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ", -1)[1]), headers, text.substring(end + END_OF_HEAD.length()));
    }

    /**
     * What came back.
     *
     * @param headers by name in lower case
     */
    public record Answer(int status, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }
    }
}
