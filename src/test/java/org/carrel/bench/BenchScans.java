package org.carrel.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** A desk in a browser: what is scanned is sent, and who was scanned stands there for what follows. */
final class BenchScans {
    private static final Pattern PATRON = Pattern.compile("\"patron\":(\\d+)");

    private final HttpClient http;
    private final String base;
    private final String session;
    private String patron = "";

    BenchScans(HttpClient http, String base, String session) {
        this.http = http;
        this.base = base;
        this.session = session;
    }

    void scan(String code) throws IOException, InterruptedException {
        var form = "request=" + UUID.randomUUID() + "&site=BENCH&patron=" + patron + "&text="
                + URLEncoder.encode(code, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(base + "/desk/circulation/scan"))
                .header("Cookie", "carrel-session=" + session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", base)
                .POST(BodyPublishers.ofString(form))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IOException("Status " + answer.statusCode() + ": " + answer.body());
        var found = PATRON.matcher(answer.body());
        if (found.find()) patron = found.group(1);
    }
}
