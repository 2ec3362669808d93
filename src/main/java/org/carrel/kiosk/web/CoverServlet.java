package org.carrel.kiosk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carrel.lists.Covers;
import org.carrel.lists.Covers.Size;

/** Pictures of covers. The address changes with the picture, so that a browser may keep it for ever. */
@WebServlet("/cover/*")
public class CoverServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Pattern COVER = Pattern.compile("/([1-9][0-9]{0,17})/(small|large)");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Inject
    transient Covers covers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = COVER.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
        var found = asked.matches()
                ? covers.find(Long.parseLong(asked.group(1)), asked.group(2).equals("large") ? Size.LARGE : Size.SMALL)
                : Optional.<byte[]>empty();
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", request.getParameter("v") == null ? "no-cache" : FOR_EVER);
        response.setContentType("image/jpeg");
        response.setContentLength(found.get().length);
        response.getOutputStream().write(found.get());
    }
}
