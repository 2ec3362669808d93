package org.carrel.security.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.SessionCookie;
import org.carrel.security.WebSettings;
import org.carrel.security.rules.AccessRow;
import org.carrel.security.rules.AccessTable;

/**
 * Lets a request through when its row of {@link AccessTable} and the role of who sends it say so. What is forbidden looks
 * like what is not there: 404. Whoever is not signed in is sent to sign in from every address under {@code /desk}, whether
 * it is there or not; whoever has left a desk that is locked now is sent to unlock it, and nothing else is done.
 */
public class AccessFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    /** Response header: the desk is locked. */
    private static final String LOCKED = "Carrel-Locked";

    /** RFC 6585. */
    private static final int TOO_MANY = 429;

    /** RFC 4918. */
    private static final int STATUS_LOCKED = 423;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient WebSettings settings;

    @Inject
    @Any
    transient Instance<Owners> owners;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var address = Address.of(request);
        var row = AccessTable.find(request.getMethod(), address);
        if (row.filter(AccessRow::isOpen).isPresent()) pass(row.get(), request, response, chain);
        else if (request.getAttribute(SessionMechanism.UNKNOWN) != null) response.sendError(503);
        else if (AccessTable.isForPrograms(address)) program(row, address, request, response, chain);
        else if (isClosedHere(request, address)) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (request.getAttribute(SessionMechanism.LOCKED) != null) locked(request, response, address);
        else if (caller.get().isEmpty()) stranger(row, address, request, response);
        else if (row.filter(known -> mayPass(known, address)).isEmpty()) response.sendError(404);
        else if (row.get().proven() && !caller.isProven()) toSignIn(request, response, address);
        else pass(row.get(), request, response, chain);
    }

    /** Pages are shown and nothing else: what is sent to one is not even looked at. */
    private static void pass(AccessRow row, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (row.answers(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Allow", String.join(", ", AccessTable.methods(Address.of(request))));
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    /** What is not there, what the token may not do and what belongs to others are one answer; to who has none, so is everything. */
    private void program(
            Optional<AccessRow> row,
            String address,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(SessionMechanism.WAIT) instanceof Duration wait) {
            response.setHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
            response.sendError(TOO_MANY);
        } else if (caller.get().isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (row.filter(known -> mayPass(known, address)).isEmpty()) response.sendError(404);
        else pass(row.get(), request, response, chain);
    }

    private boolean mayPass(AccessRow row, String address) {
        var number = row.number(address);
        if (number.isEmpty()) return caller.may(row.operation());
        return owner(row, number.getAsLong())
                .filter(owner -> caller.may(row.operation(), owner))
                .isPresent();
    }

    private Optional<Owner> owner(AccessRow row, long number) {
        return owners.stream()
                .filter(known -> known.thing() == row.thing().orElseThrow())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody knows the owners of " + row.thing()))
                .ownerOf(number);
    }

    private boolean isClosedHere(HttpServletRequest request, String address) {
        return settings.staffOnOwnMachine() && isStaffs(address) && !OwnMachine.isFromHere(request);
    }

    private static boolean isStaffs(String address) {
        return Stream.of("/desk", "/schedule")
                .anyMatch(start -> address.equals(start) || address.startsWith(start + "/"));
    }

    private static void stranger(
            Optional<AccessRow> row, String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (row.isPresent() || isStaffs(address)) toSignIn(request, response, address);
        else response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** Nothing of it is done. A person is shown the lock, and comes back to the page; a script is told, and tries again later. */
    private void locked(HttpServletRequest request, HttpServletResponse response, String address) throws IOException {
        var mode = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Mode"), "");
        var reads = READING.contains(request.getMethod());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(LOCKED, "yes");
        if (!mode.equals("navigate") && !(reads && mode.isEmpty())) {
            response.setStatus(STATUS_LOCKED);
            return;
        }
        if (reads) SessionCookie.rememberPage(request, response, settings, address + query(request));
        response.sendRedirect(
                Objects.requireNonNull(request.getContextPath()) + "/locked", HttpServletResponse.SC_SEE_OTHER, true);
    }

    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : "?" + request.getQueryString();
    }

    /** A script of a page is told so; a person comes back to the page, or after a form to the start. */
    private static void toSignIn(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if ("cors".equals(request.getHeader("Sec-Fetch-Mode"))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var wanted = READING.contains(request.getMethod()) ? address + query(request) : "";
        var next = wanted.isEmpty() ? "" : "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        response.sendRedirect(
                Objects.requireNonNull(request.getContextPath()) + "/sign-in" + next,
                HttpServletResponse.SC_SEE_OTHER,
                true);
    }
}
