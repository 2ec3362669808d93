package org.carrel.platform.rest;

import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.carrel.platform.JsonText;
import org.carrel.platform.web.ScreenLanguage;

/**
 * RFC 9457 problem details. Free of anything about our insides.
 *
 * @param type {@code about:blank} where the status says it all, else {@code urn:carrel:problem:…}
 * @param detail a sentence; left out when empty
 * @param instance the address that was asked for; left out when empty
 * @param more extension members in their order
 */
public record Problem(
        String type, String title, int status, String detail, String instance, Map<String, JsonValue> more) {
    private static final MediaType TYPE = new MediaType("application", "problem+json", "UTF-8");

    /** What begins the type of problems that only we have. */
    private static final String OURS = "urn:carrel:problem:";

    /** The phrases of RFC 9110. */
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(411, "Length Required"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    public Problem {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /** One that its status says. @param detail may be empty */
    public static Problem of(int status, String detail) {
        return new Problem("about:blank", title(status), status, detail, "", Map.of());
    }

    /** One that only we have. @param kind as in {@code urn:carrel:problem:kind} @param title in the reader's language */
    public static Problem ours(String kind, int status, String title, String detail) {
        return new Problem(OURS + kind, title, status, detail, "", Map.of());
    }

    /** One that its status says, in words. */
    public static Problem inWords(int status, ScreenLanguage language) {
        return of(status, ProblemWords.detail(status, language));
    }

    /** The phrase of the status, as RFC 9457 section 4.2.1 wants it. */
    private static String title(int status) {
        return Objects.requireNonNullElse(TITLES.get(status), "Error");
    }

    /** @param address as it was asked for; what stands behind a semicolon is none of it */
    public Problem at(String address) {
        return new Problem(type, title, status, detail, address.replaceFirst(";.*", ""), more);
    }

    public Problem with(String name, JsonValue value) {
        var all = new LinkedHashMap<>(more);
        all.put(name, value);
        return new Problem(type, title, status, detail, instance, all);
    }

    public Problem with(String name, String value) {
        return with(name, JsonText.value(value));
    }

    public String json() {
        var json = JsonText.object().add("type", type).add("title", title).add("status", status);
        if (!detail.isEmpty()) json.add("detail", detail);
        if (!instance.isEmpty()) json.add("instance", instance);
        more.forEach(json::add);
        return json.build().toString();
    }

    public Response.ResponseBuilder response() {
        return Response.status(status)
                .type(TYPE)
                .header("Cache-Control", "no-store")
                .entity(json());
    }
}
