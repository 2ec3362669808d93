package org.carrel.security.web;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** HTTP by hand, for requests that no honest client sends. One connection for each. */
final class RawHttp {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int BLOCK = 8192;

    /** Words that only the insides of a Java server contain. */
    private static final List<String> INSIDES = List.of(
            "Exception",
            "org.carrel",
            "jakarta.",
            "java.lang",
            "at com.",
            "Payara",
            "GlassFish",
            "Grizzly",
            "Mojarra",
            "SQL",
            "<ui:",
            "xmlns:ui");

    private final URI base;

    private RawHttp(URI base) {
        this.base = base;
    }

    /** To the product at {@code carrel.test.url}; skips the test aloud when none runs, fails where {@code CI=true}. */
    static RawHttp toProduct() {
        var url = System.getProperty("carrel.test.url", "");
        var missing = "No running product: set -Dcarrel.test.url=http://127.0.0.1:8080";
        if (url.isBlank() && "true".equals(System.getenv("CI"))) fail(missing);
        assumeTrue(!url.isBlank(), missing);
        return new RawHttp(URI.create(url.replaceAll("/+$", "")));
    }

    /** The answer as it came. */
    record Answer(int status, List<String> headers, String body) {
        /** Values of all headers with this name. */
        List<String> all(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(header -> header.substring(start.length()).strip())
                    .toList();
        }

        /** The words in the body that only our insides contain: none in any answer. */
        List<String> insides() {
            return INSIDES.stream().filter(body::contains).toList();
        }

        /** As {@link #insides}, without the scripts that component libraries put into staff pages. */
        List<String> insidesShown() {
            var shown = body.replaceAll("(?s)<script\\b.*?</script>|<link\\b[^>]*>", "");
            return INSIDES.stream().filter(shown::contains).toList();
        }

        /** The one header with this name, or empty text. */
        String header(String name) {
            return String.join(", ", all(name));
        }
    }

    String host() {
        return base.getHost() + ":" + base.getPort();
    }

    Answer get(String target, String... headers) {
        return send("GET", target, "", with("Host: " + host(), headers));
    }

    /** As {@link #get} with another method, and without a Host header unless one is given. */
    Answer send(String method, String target, String body, List<String> headers) {
        return exchange(head(method, target, headers) + body, false);
    }

    /** As {@link #send}, of a body that ends before it is as long as was said: who waits for the rest is told that it never comes. */
    Answer sendPart(String method, String target, String body, List<String> headers) {
        return exchange(head(method, target, headers) + body, true);
    }

    private static String head(String method, String target, List<String> headers) {
        return method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
    }

    static List<String> with(String first, String... more) {
        var all = new java.util.ArrayList<>(List.of(first));
        all.addAll(Arrays.asList(more));
        return all;
    }

    private Answer exchange(String request, boolean thatIsAll) {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            var writer = Thread.ofVirtual().start(() -> write(socket, request, thatIsAll));
            var answer = answer(read(socket));
            writer.interrupt();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No answer to " + request.lines().findFirst().orElse(""), e);
        }
    }

    /** On a thread of its own: the server may answer and hang up before it has read everything. */
    private static void write(Socket socket, String request, boolean thatIsAll) {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            if (thatIsAll) socket.shutdownOutput();
        } catch (IOException e) {
            // the server hung up, which is its right: what counts is what it answered
        }
    }

    /** What came before the connection ended; a reset after an answer ends it too. */
    private static String read(Socket socket) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var block = new byte[BLOCK];
        try {
            for (var n = socket.getInputStream().read(block);
                    n >= 0;
                    n = socket.getInputStream().read(block)) {
                bytes.write(block, 0, n);
            }
        } catch (IOException e) {
            if (bytes.size() == 0) throw e;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Answer answer(String text) {
        var end = text.indexOf("\r\n\r\n");
        var head = end < 0 ? text : text.substring(0, end);
        var lines = head.split("\r\n");
        var status = lines[0].matches("HTTP/1\\.[01] [0-9]{3}.*") ? Integer.parseInt(lines[0].substring(9, 12)) : 0;
        return new Answer(status, List.of(lines).subList(1, lines.length), end < 0 ? "" : text.substring(end + 4));
    }
}
