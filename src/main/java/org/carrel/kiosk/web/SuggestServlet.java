package org.carrel.kiosk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.carrel.platform.JsonText;
import org.carrel.search.CatalogSearch;

/**
 * {@code /suggest?q=har}: how a text that is being typed may go on, as JSON {@code [{"kind", "text", "path"}]}. A kiosk keeps
 * nothing of it for the next reader.
 */
@WebServlet("/suggest")
public class SuggestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 6;

    @Inject
    transient CatalogSearch search;

    @Inject
    transient KioskDevice device;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var typed = Objects.requireNonNullElse(request.getParameter("q"), "");
        var list = JsonText.array();
        for (var each : search.suggest(typed, device.readers(), MOST)) {
            var path = new SearchAddress(each.text(), 1, List.of(), List.of()).path();
            list.add(JsonText.object()
                    .add("kind", each.kind().name())
                    .add("text", each.text())
                    .add("path", request.getContextPath() + path));
        }
        response.setHeader("Cache-Control", device.get().isPresent() ? "no-store" : "private, max-age=60");
        response.setHeader("Vary", "Cookie");
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(list.build().toString());
    }
}
