package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.carrel.devices.Discrepancies;
import org.carrel.devices.DiscrepancyKind;
import org.carrel.security.CurrentCaller;

/** The notes of desk/discrepancies.xhtml. */
@WebServlet(DiscrepancyServlet.SETTLE)
public class DiscrepancyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SETTLE = "/desk/discrepancies/settle";

    @Inject
    transient Discrepancies discrepancies;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var texts = FormTexts.of(request);
        var number = FormTexts.number(texts.get("number"));
        var settled = discrepancies.settle(number, texts.get("note"), caller.required());
        var kind = texts.oneOf("kind", DiscrepancyKind.USED_BY_OTHER).name();
        var only = texts.get("kind").equals(kind) ? "&kind=" + kind : "";
        var said = settled ? "done=" + number : "problem=" + Math.max(0, number);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/desk/discrepancies?" + said + only);
    }
}
