package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.carrel.catalog.MapChange;
import org.carrel.catalog.MapChange.Done;
import org.carrel.catalog.MapChange.Gone;
import org.carrel.catalog.MapChange.Refused;
import org.carrel.catalog.PlanStep;
import org.carrel.catalog.ShelfMaps;

/** The buttons of desk/shelf-map.xhtml and desk/shelf-map-part.xhtml; each leads back to the plan, or says what is wrong. */
@WebServlet(ShelfMapServlet.PATH)
public class ShelfMapServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/shelf-map/change";
    static final String PAGE = "/desk/shelf-map";
    /** Request attribute: the {@link Refused}. */
    static final String REFUSED = "org.carrel.desk.mapRefused";

    private static final String MOVE = "move-";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient ShelfMaps maps;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var change = change(texts);
        if (change.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        switch (change.get()) {
            case Done done ->
                back(request, response, texts, "done=" + done(texts) + "&part=" + done.part(), done.part());
            case Gone gone -> back(request, response, texts, "done=gone", 0);
            case Refused refused -> refuse(request, response, refused);
        }
    }

    /** Empty for an unknown button. */
    private Optional<MapChange> change(FormTexts texts) {
        var site = texts.get("site");
        var part = FormTexts.number(texts.get("part"));
        var step = step(texts.get("do"));
        if (step.isPresent()) return Optional.of(maps.move(site, part, step.get()));
        return switch (texts.get("do")) {
            case "room" ->
                Optional.of(maps.saveRoom(
                        site, FormTexts.integer(texts.get("width")), FormTexts.integer(texts.get("depth"))));
            case "save" -> Optional.of(maps.save(site, PartForm.part(texts)));
            case "copy" -> Optional.of(maps.copy(site, part));
            case "remove" -> Optional.of(maps.remove(site, part));
            case "put-back" -> Optional.of(maps.putBack(site, part));
            default -> Optional.empty();
        };
    }

    private static Optional<PlanStep> step(String button) {
        return Arrays.stream(PlanStep.values())
                .filter(step -> button.equals(MOVE + step))
                .findFirst();
    }

    private static String done(FormTexts texts) {
        return texts.get("do").startsWith(MOVE) ? "move" : texts.get("do");
    }

    /** To the very button that was pressed, so that a keyboard can press it again. */
    private static void back(
            HttpServletRequest request, HttpServletResponse response, FormTexts texts, String answer, long part) {
        var site = URLEncoder.encode(texts.get("site"), StandardCharsets.UTF_8);
        var moved = texts.get("do").startsWith(MOVE) ? "#" + texts.get("do") + "-" + part : "";
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + PAGE + "?site=" + site + "&" + answer + moved);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Refused refused)
            throws ServletException, IOException {
        var page = "save".equals(request.getParameter("do")) ? "-part" : "";
        response.setStatus(UNPROCESSABLE);
        request.setAttribute(REFUSED, refused);
        request.setAttribute(StaffView.ADDRESS, PAGE);
        request.getRequestDispatcher(PAGE + page + ".xhtml").forward(request, response);
    }
}
