package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.carrel.patrons.CardScans;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;

/** At which schools zeros in front of a card do not count: the form of desk/people-cards.xhtml. */
@WebServlet(CardZerosServlet.PATH)
public class CardZerosServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/people-cards/zeros";

    @Inject
    transient CardScans scans;

    @Inject
    transient Patrons patrons;

    @Inject
    transient CurrentCaller caller;

    /** The schools in reach; those that are not ticked count zeros. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var ticked = Objects.requireNonNullElse(request.getParameterValues("site"), new String[0]);
        var ignoring = List.copyOf(Arrays.asList(ticked));
        for (var site : patrons.sites().keySet()) {
            if (caller.required().isOf(site)) scans.ignoreZeros(site, ignoring.contains(site));
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/desk/people-cards");
    }
}
