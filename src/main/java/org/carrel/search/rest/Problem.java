package org.carrel.search.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

    static Problem of(int status, @Nullable String detail) {
        return new Problem("about:blank", title(status), status, detail, null);
    }

    /** The phrase of the status, as RFC 9457 section 4.2.1 wants it. */
    private static String title(int status) {
        var known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
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
