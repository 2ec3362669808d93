package org.carrel.platform.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Collectors;
import org.carrel.platform.ReadinessCheck;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: so do all its parts, else 503 with their names and
 * nothing more. That this servlet exists says that the application's beans were put together.
 */
@WebServlet({"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(HealthServlet.class.getName());

    @Inject
    @Any
    transient Instance<ReadinessCheck> checks;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (request.getServletPath().endsWith("/live")) {
            answer(response, HttpServletResponse.SC_OK, "{\"status\":\"live\"}");
            return;
        }
        var failing = failing(checks.stream().toList());
        if (failing.isEmpty()) answer(response, HttpServletResponse.SC_OK, "{\"status\":\"ready\"}");
        else answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, notReady(failing));
    }

    static List<String> failing(List<ReadinessCheck> checks) {
        return checks.stream()
                .filter(check -> !holds(check))
                .map(ReadinessCheck::name)
                .sorted()
                .toList();
    }

    /** A check that breaks its promise and throws has failed: whoever watches must get an answer. */
    private static boolean holds(ReadinessCheck check) {
        try {
            return check.ok();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Readiness check " + check.name() + " failed", e);
            return false;
        }
    }

    static String notReady(List<String> failing) {
        return failing.stream()
                .map(name -> name.replaceAll("[^a-z0-9-]", "-"))
                .collect(Collectors.joining("\",\"", "{\"status\":\"not ready\",\"failing\":[\"", "\"]}"));
    }

    private static void answer(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(json);
    }
}
