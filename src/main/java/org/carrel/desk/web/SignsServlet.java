package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.carrel.security.CurrentCaller;
import org.carrel.sessions.Signs;

/** The form of desk/signs.xhtml: whether signs say who is there. */
@WebServlet(SignsServlet.SAVE)
public class SignsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SAVE = "/desk/signs/save";

    @Inject
    transient Signs signs;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site"));
        if (site.isEmpty() || !signs.setNames(site.get().code(), texts.has("names"), caller.required())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var code = URLEncoder.encode(site.get().code(), StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/desk/signs?done=saved&site=" + code);
    }
}
