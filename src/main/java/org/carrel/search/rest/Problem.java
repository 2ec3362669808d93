package org.carrel.search.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details. The words are for programmers: English, and free of anything about our insides.
 *
 * @param detail left out when null
 * @param parameter extension member: the parameter of the query at fault, left out when null
 */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String parameter) {
    private static final MediaType TYPE = new MediaType("application", "problem+json", "UTF-8");

    private static final Map<Integer, String> TITLES = Map.of(
            400, "Bad request",
            403, "Forbidden",
            404, "Not found",
            405, "Method not allowed",
            406, "Not acceptable",
            413, "Too large",
            415, "Unsupported media type",
            500, "Something went wrong",
            503, "Not available now");

    static Problem of(int status, @Nullable String detail) {
        return new Problem("about:blank", TITLES.getOrDefault(status, "Error"), status, detail, null);
    }

    /** The problem with the name of the parameter at fault. */
    Problem in(String name) {
        return new Problem(type, title, status, detail, name);
    }

    Response.ResponseBuilder response() {
        return Response.status(status)
                .type(TYPE)
                .header("Cache-Control", "no-store")
                .entity(this);
    }
}
