package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.carrel.patrons.MergeResult.Merged;
import org.carrel.patrons.MergeUndone.Undone;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronMerges;
import org.carrel.patrons.PatronUnmerges;
import org.carrel.patrons.Patrons;
import org.carrel.security.Caller;
import org.carrel.security.CurrentCaller;

/** The button of desk/person-merge.xhtml, and the one on the page of a person that takes it back. */
@WebServlet({PersonMergeServlet.MERGE, PersonMergeServlet.UNDO})
public class PersonMergeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String MERGE = "/desk/person-merge-now";
    static final String UNDO = "/desk/person-unmerge-now";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Patrons patrons;

    @Inject
    transient PatronMerges merges;

    @Inject
    transient PatronUnmerges unmerges;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.FORWARD) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var number = Numbered.importNumber(request).orElse(0);
        if (request.getServletPath().equals(UNDO)) undo(number, request, response);
        else merge(number, request, response);
    }

    private void merge(long kept, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var by = caller.required();
        var other = other(patrons, FormTexts.of(request), by);
        if (other.isPresent() && merges.merge(kept, other.get().id(), by) instanceof Merged)
            to(request, response, "/desk/person/" + kept + "?done=merged#merges");
        else again(kept, "/desk/person-merge.xhtml", request, response);
    }

    /** Both people must be in reach: the one who was kept loses something. */
    private void undo(long merged, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var by = caller.required();
        var kept = patrons.find(merged).flatMap(Patron::mergedInto).flatMap(patrons::find);
        if (kept.filter(patron -> !isInReach(patron, by)).isPresent())
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (unmerges.undo(merged, by) instanceof Undone)
            to(request, response, "/desk/person/" + merged + "?done=unmerged");
        else again(merged, "/desk/person.xhtml", request, response);
    }

    private static void again(long person, String page, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(StaffView.ADDRESS, "/desk/person/" + person);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher(page).forward(request, response);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }

    /** The person that is meant by number or by card; empty when there is none in reach. */
    static Optional<Patron> other(Patrons patrons, FormTexts texts, Caller by) {
        var id = FormTexts.number(texts.get("other"));
        var meant = id > 0 ? patrons.find(id) : patrons.byCard(texts.get("card"));
        return meant.filter(patron -> isInReach(patron, by));
    }

    static boolean isInReach(Patron patron, Caller by) {
        var site = patron.facts().get(PatronField.SITE);
        return site.isEmpty() ? by.site().isEmpty() : by.isOf(site);
    }
}
