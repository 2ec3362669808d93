package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.carrel.notices.NoticeDesk;
import org.carrel.notices.NoticeDesk.Act;
import org.carrel.notices.NoticeDesk.Shown;
import org.carrel.security.CurrentCaller;

/** The buttons of desk/notices.xhtml and desk/notice-strips.xhtml. */
@WebServlet({NoticesServlet.CHANGE, NoticesServlet.PRINTED})
public class NoticesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/notices/change";
    static final String PRINTED = "/desk/notices/printed";
    static final String PAGE = "/desk/notices";

    @Inject
    transient NoticeDesk desk;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site"));
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var list = texts.oneOf("list", Shown.WAITING);
        var back = NoticesView.address(site.get().code(), list);
        if (request.getServletPath().equals(PRINTED)) printed(request, response, back);
        else change(request, response, texts, back);
    }

    private void change(HttpServletRequest request, HttpServletResponse response, FormTexts texts, String back)
            throws IOException {
        var act = act(texts.get("do"));
        if (act.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        switch (desk.change(caller.required(), FormTexts.number(texts.get("id")), act.get())) {
            case DONE -> to(request, response, back + "&done=" + act.get());
            case TOO_LATE -> to(request, response, back + "&done=TOO_LATE");
            case MISSING -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void printed(HttpServletRequest request, HttpServletResponse response, String back) {
        var ids = Objects.requireNonNullElse(request.getParameterValues("id"), new String[0]);
        var numbers = Arrays.stream(ids).map(FormTexts::number).toList();
        var count = desk.printed(caller.required(), numbers);
        to(request, response, back + "&printed=" + count);
    }

    private static Optional<Act> act(String name) {
        return Arrays.stream(Act.values())
                .filter(act -> act.name().equals(name))
                .findFirst();
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
