package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.carrel.devices.AgreementAnswer.Way;
import org.carrel.devices.AgreementProblem;
import org.carrel.devices.AgreementSigning;
import org.carrel.devices.Agreements;
import org.carrel.security.CurrentCaller;

/** Yes or no to an agreement: at the desk for who stands there, or by the own account for oneself. */
@WebServlet({SignServlet.DESK, SignServlet.OWN})
public class SignServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String DESK = "/desk/person-sign";
    static final String OWN = "/desk/own-sign";
    /** Request attribute: an {@link AgreementProblem}. */
    static final String PROBLEM = "org.carrel.desk.signProblem";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Agreements agreements;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.FORWARD) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var texts = FormTexts.of(request);
        var isOwn = request.getServletPath().equals(OWN);
        var person = isOwn
                ? FormTexts.number(texts.get("person"))
                : Numbered.importNumber(request).orElse(0);
        var way = isOwn ? Way.OWN_ACCOUNT : texts.has("paper") ? Way.PAPER : Way.DESK;
        var signing = new AgreementSigning(
                request(texts),
                person,
                FormTexts.integer(texts.get("agreement")),
                FormTexts.integer(texts.get("version")),
                texts.get("do").equals("accept"),
                way,
                texts.get("signer"),
                texts.has("tick") || texts.has("paper"),
                texts.get("drawing"));
        var problem = agreements.sign(signing, caller.required());
        var page = isOwn ? "/account/agreements" : "/desk/person/" + person + "/agreements";
        if (problem.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    "Location", request.getContextPath() + page + "?done=" + (signing.accepted() ? "yes" : "no"));
            return;
        }
        request.setAttribute(PROBLEM, problem.get());
        request.setAttribute(StaffView.ADDRESS, page);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher(isOwn ? "/desk/own-agreements.xhtml" : "/desk/person-agreements.xhtml")
                .forward(request, response);
    }

    private static UUID request(FormTexts texts) {
        try {
            return UUID.fromString(texts.get("request"));
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
