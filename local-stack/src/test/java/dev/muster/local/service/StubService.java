package dev.muster.local.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Stands in for a service in a process of its own: tells what it was started with, and dies when asked to. */
public final class StubService {

    private StubService() {}

    /** The command line that runs the stub with the given arguments. */
    public static List<String> command(String... arguments) {
        String java = System.getProperty("java.home") + "/bin/java";
        return Stream.concat(
                        Stream.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx32m",
                                "-cp",
                                "target/test-classes",
                                StubService.class.getName()),
                        Stream.of(arguments))
                .toList();
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println("stub starts with " + String.join(" ", arguments));
        if (List.of(arguments).contains("die")) {
            System.out.println("stub cannot go on");
            System.exit(3);
        }
        serve("QUARKUS_HTTP_PORT", StubService::tellEnvironment);
        serve("QUARKUS_MANAGEMENT_PORT", exchange -> answer(exchange, 200, "{\"status\":\"UP\"}"));
    }

    private static void serve(String variable, HttpHandler handler) throws IOException {
        int port = Integer.parseInt(System.getenv(variable));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        server.createContext("/", handler);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.start();
    }

    private static void tellEnvironment(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/die")) {
            Runtime.getRuntime().halt(7);
        }
        StringBuilder text = new StringBuilder("pid=" + ProcessHandle.current().pid() + "\n");
        new TreeMap<>(System.getenv()).forEach((name, value) -> {
            if (name.startsWith("MUSTER_") || name.startsWith("QUARKUS_")) {
                text.append(name).append('=').append(value).append('\n');
            }
        });
        answer(exchange, 200, text.toString());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
