package org.carrel.security.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.carrel.security.WebSettings;

/** Refuses what no page of ours sends: odd methods, endless addresses, bodies beyond the limit. */
public class RequestSizeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    /** A search text of 300 characters takes at most 3600 when each is four bytes long and percent-encoded. */
    private static final int MAX_QUERY = 4096;

    private static final int MAX_PARAMETERS = 100;
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final int URI_TOO_LONG = 414;
    /**
     * Addresses that take files, with the largest in bytes. A MARC file of a million records has 1.3 GB; compressed, a
     * tenth of that. The roster of a district of 50,000 people has some 30 MB, and so has a list of its devices.
     */
    private static final Map<String, Long> UPLOADS = Map.of(
            "/desk/import/upload",
            2L << 30,
            "/desk/rosters/upload",
            64L << 20,
            "/desk/device-imports/upload",
            64L << 20);

    /** Where a photo of a device, of damage or of a cover is sent to: what a phone's camera makes, and what a form puts around it. */
    private static final Pattern PHOTO = Pattern.compile(
            "/desk/(?:(?:ticket|inventory)/[0-9]{1,18}/photo|report/[0-9]{1,18}/add|record/[0-9]{1,18}/cover)");

    private static final long LARGEST_PHOTO = 13L << 20;

    @Inject
    transient WebSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var refusal = refusal(request);
        if (refusal != 0) refuse(response, refusal);
        else if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null) {
            counted(request, response, chain);
        } else chain.doFilter(request, response);
    }

    /** The status to refuse with, 0 when there is no reason to. */
    private int refusal(HttpServletRequest request) {
        var query = Objects.requireNonNullElse(request.getQueryString(), "");
        if (!METHODS.contains(request.getMethod())) return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        if (query.length() > MAX_QUERY) return URI_TOO_LONG;
        if (query.chars().filter(sign -> sign == '&').count() >= MAX_PARAMETERS) return 400;
        if (BROKEN_ESCAPE.matcher(query).find()) return HttpServletResponse.SC_BAD_REQUEST;
        return request.getContentLengthLong() > limit(request) ? 413 : 0;
    }

    /** Files come to few addresses only. */
    private long limit(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) return settings.maxBodyBytes();
        var path = Address.of(request);
        if (PHOTO.matcher(path).matches()) return Math.max(LARGEST_PHOTO, settings.maxBodyBytes());
        return Objects.requireNonNullElse(UPLOADS.get(path), settings.maxBodyBytes());
    }

    /**
     * A body without a stated length is read up to the limit before anyone else sees it. Forms always state theirs: the
     * container would read them behind our back, so one that does not is told to (411).
     */
    private void counted(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var body = request.getInputStream().readNBytes(Math.toIntExact(settings.maxBodyBytes() + 1));
        if (body.length > settings.maxBodyBytes()) refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        else if (isForm(request)) refuse(response, HttpServletResponse.SC_LENGTH_REQUIRED);
        else chain.doFilter(new ReadRequest(request, body), response);
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/");
    }

    private static void refuse(HttpServletResponse response, int status) throws IOException {
        if (status == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            response.setHeader(
                    "Allow", String.join(", ", METHODS.stream().sorted().toList()));
        }
        response.setHeader("Connection", "close"); // what is left of the request is not read
        response.sendError(status);
    }
}
