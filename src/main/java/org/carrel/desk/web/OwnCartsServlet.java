package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.devices.CartCounts;
import org.carrel.security.CurrentCaller;

/** The form of desk/own-carts.xhtml: somebody has counted what is in the own cart. */
@WebServlet(OwnCartsServlet.COUNT)
public class OwnCartsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String COUNT = "/desk/own-carts-count";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.ownCartProblem";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient CartCounts counts;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var number = FormTexts.integer(texts.get("counted"));
        if (counts.accept(FormTexts.number(texts.get("out")), number, caller.required())) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/account/carts?done=yes");
            return;
        }
        request.setAttribute(PROBLEM, words.text(number < 0 ? "ownCarts.noNumber" : "ownCarts.notYours"));
        request.setAttribute(StaffView.ADDRESS, "/account/carts");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/own-carts.xhtml").forward(request, response);
    }
}
