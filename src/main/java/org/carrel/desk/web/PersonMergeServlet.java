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
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronMerges;
import org.carrel.patrons.Patrons;
import org.carrel.security.Caller;
import org.carrel.security.CurrentCaller;

/** The button of desk/person-merge.xhtml. */
@WebServlet(PersonMergeServlet.MERGE)
public class PersonMergeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String MERGE = "/desk/person-merge-now";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Patrons patrons;

    @Inject
    transient PatronMerges merges;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.FORWARD) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var kept = Numbered.importNumber(request).orElse(0);
        var by = caller.required();
        var other = other(patrons, FormTexts.of(request), by);
        if (other.isPresent() && merges.merge(kept, other.get().id(), by) instanceof Merged) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/desk/person/" + kept + "?done=merged#merges");
            return;
        }
        request.setAttribute(StaffView.ADDRESS, "/desk/person/" + kept);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/person-merge.xhtml").forward(request, response);
    }

    /** The person that is meant by number or by card; empty when there is none in reach. */
    static Optional<Patron> other(Patrons patrons, FormTexts texts, Caller by) {
        var id = FormTexts.number(texts.get("other"));
        var meant = id > 0 ? patrons.find(id) : patrons.byCard(texts.get("card"));
        return meant.filter(patron -> {
            var site = patron.facts().get(PatronField.SITE);
            return site.isEmpty() ? by.site().isEmpty() : by.isOf(site);
        });
    }
}
