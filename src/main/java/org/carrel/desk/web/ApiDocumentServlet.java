package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.platform.rest.ApiDescription;
import org.carrel.security.WebSettings;

/** The description of the interface for programs, for administrators. */
@WebServlet(ApiDocumentServlet.PATH)
public class ApiDocumentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/programs/openapi.json";

    @Inject
    transient ApiDescription description;

    @Inject
    transient WebSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var server = settings.baseUrl().resolve(request.getContextPath() + "/").toString();
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Content-Disposition", "inline; filename=\"carrel-openapi.json\"");
        response.getWriter().write(description.json(server.replaceFirst("/$", "")));
    }
}
