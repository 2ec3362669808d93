package org.carrel.desk.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carrel.desk.web.StaffWords;
import org.carrel.platform.rest.Problem;
import org.carrel.platform.rest.ProblemException;
import org.carrel.security.Programs;

/** By its Idempotency-Key a request is done once: the same again gets the same answer, by the way that desks have for it (rule Z2). */
@RequestScoped
public class Once {
    static final String HEADER = "Idempotency-Key";

    /** With or without the quotes of a structured field. */
    private static final Pattern KEY = Pattern.compile("\"?([!#-\\[\\]-~]{8,100})\"?");

    @Inject
    HttpServletRequest request;

    @Inject
    Programs programs;

    @Inject
    StaffWords words;

    /** The number of this request. Ends it with a problem when it has no key, or when its key was sent with something else. */
    UUID number(byte[] body) {
        var number = numberOf(Objects.requireNonNullElse(request.getHeader(HEADER), ""));
        if (programs.isSame(token(), number, what(), body)) return number;
        throw new ProblemException(
                Problem.ours("key-reused", 422, words.text("api.keyReused"), words.text("api.keyReused.help"))
                        .with("field", HEADER));
    }

    /** The number of another request of this program. */
    UUID numberOf(String key) {
        var match = KEY.matcher(key.strip());
        if (match.matches()) return programs.numberOf(token(), match.group(1));
        throw new ProblemException(Problem.ours("no-key", 400, words.text("api.noKey"), words.text("api.noKey.help"))
                .with("field", HEADER));
    }

    private String what() {
        var query = request.getQueryString();
        return request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** As it was when it was found to hold. */
    private String token() {
        return Objects.requireNonNullElse(request.getHeader("Authorization"), "")
                .strip()
                .replaceFirst("^\\S+\\s+", "");
    }
}
