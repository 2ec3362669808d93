package org.carrel.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A desk that does not know whether what it has sent was done, until it is told: it sends the same request again and again. Now and
 * then it hangs up before it can have heard the answer.
 */
final class DeskClient {
    private static final Pattern ACT = Pattern.compile("\"act\":\"([A-Z_]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
    private static final int DEAF_OF_A_HUNDRED = 8;

    private final HttpClient http;
    private final String base;
    private final String session;
    private final Random random;

    DeskClient(HttpClient http, String base, String session, long seed) {
        this.http = http;
        this.base = base;
        this.session = session;
        this.random = new Random(seed);
    }

    /** What is sent. @param what kind of operation, for counting */
    record Wish(String what, String path, UUID request, Map<String, String> form) {
        static Wish of(String what, String path, Map<String, String> form) {
            return new Wish(what, path, UUID.randomUUID(), form);
        }

        String body() {
            return "request=" + request
                    + form.entrySet().stream()
                            .map(field -> "&" + field.getKey() + "="
                                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining());
        }
    }

    /**
     * The answer that came at last.
     *
     * @param said {@code CHECKED_OUT}, {@code REFUSED} and so on; of forms where they lead to
     * @param by who was told
     * @param nanos from the first try until then
     */
    record Told(DeskClient by, Wish wish, String said, int tries, long nanos) {
        boolean is(String act) {
            return said.equals(act);
        }

        @Override
        public String toString() {
            return wish + " " + said + " after " + tries;
        }
    }

    /** Tries until it is told. */
    Told send(Wish wish) throws InterruptedException {
        var began = System.nanoTime();
        var problem = "";
        for (var tries = 1; System.nanoTime() - began < PATIENCE.toNanos(); tries++) {
            try {
                var deaf = tries == 1 && random.nextInt(100) < DEAF_OF_A_HUNDRED;
                var answer = post(wish, deaf ? Duration.ofMillis(2 + random.nextInt(30)) : LONGEST_ANSWER);
                var said = said(answer);
                if (!said.isEmpty()) return new Told(this, wish, said, tries, System.nanoTime() - began);
                problem = answer.statusCode() + " "
                        + answer.headers().firstValue("Location").orElse("");
            } catch (IOException nobodyKnows) {
                problem = nobodyKnows.toString();
            }
            TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(150)); // a person would wait longer
        }
        throw new AssertionError("Never told: " + wish + ", last " + problem);
    }

    private HttpResponse<String> post(Wish wish, Duration patience) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + wish.path()))
                .timeout(patience)
                .header("Cookie", "carrel-session=" + session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", base)
                .POST(BodyPublishers.ofString(wish.body()))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** Empty when it is not known what has become of it. Throws when it was something that no desk may be told. */
    private static String said(HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status >= 500) return "";
        if (status == 422) return "REFUSED";
        if (status == 303) {
            var where = answer.headers().firstValue("Location").orElse("");
            if (where.contains("done=")) return where;
            throw new AssertionError("Sent elsewhere: " + where);
        }
        var act = ACT.matcher(answer.body());
        if (status == 200 && act.find()) return act.group(1);
        throw new AssertionError("Status " + status + ": " + answer.body());
    }
}
