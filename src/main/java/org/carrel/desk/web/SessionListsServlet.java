package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.lists.SessionLists;
import org.carrel.security.CurrentCaller;

/** What desk/class-session.xhtml sends about the lists of a session. */
@WebServlet(SessionListsServlet.PATH)
public class SessionListsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/session-lists-change";

    @Inject
    transient SessionLists lists;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var session = Numbered.importNumber(request).orElse(0);
        var texts = FormTexts.of(request);
        var list = FormTexts.number(texts.get("list"));
        var by = caller.required();
        var done =
                switch (texts.get("do")) {
                    case "attach" -> lists.attach(session, list, by) ? "attached" : "noList";
                    case "detach" -> lists.detach(session, list, by) ? "detached" : "noList";
                    case "cart" -> lists.putOnCart(session, list, by) ? "onCart" : "notOnCart";
                    default -> "";
                };
        if (done.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", request.getContextPath() + "/schedule/session/" + session + "?lists=" + done + "#lists");
    }
}
