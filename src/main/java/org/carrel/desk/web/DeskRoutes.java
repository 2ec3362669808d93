package org.carrel.desk.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.carrel.desk.web.Numbered.Route;

/**
 * Addresses of staff pages that carry numbers, and what no staff page may miss. Pages without a number need nothing here:
 * {@code desk/import.xhtml} answers at {@code /desk/import}.
 */
public class DeskRoutes extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final List<Route> ROUTES = List.of(
            new Route(Pattern.compile("/desk/import/([1-9][0-9]{0,17})"), "GET", "/desk/import-lines.xhtml"),
            new Route(
                    Pattern.compile("/desk/doctor/([1-9][0-9]{0,17})/([1-9][0-9]{0,8})"), "GET", "/desk/doctor.xhtml"),
            new Route(
                    Pattern.compile("/desk/doctor/([1-9][0-9]{0,17})/([1-9][0-9]{0,8})/original"),
                    "GET",
                    RecordFileServlet.PATH),
            new Route(
                    Pattern.compile("/desk/doctor/([1-9][0-9]{0,17})/([1-9][0-9]{0,8})/repaired"),
                    "POST",
                    RecordFileServlet.PATH));

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = path(request);
        if (path.equals("/desk") || path.equals("/desk/")) {
            response.sendRedirect(request.getContextPath() + "/desk/import");
            return;
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        request.setAttribute(StaffView.ADDRESS, path + query);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Cookie, Accept-Language");
        for (var route : ROUTES) {
            var found = route.path().matcher(path);
            if (!found.matches()) continue;
            if (!route.answers(request.getMethod())) {
                response.setHeader("Allow", route.method());
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
                return;
            }
            Numbered.keep(request, found);
            request.getRequestDispatcher(route.target()).forward(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static String path(HttpServletRequest request) {
        var info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
