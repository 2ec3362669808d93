package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;

/** desk/circulation.xhtml: the scan box, who stands at the desk, and what was said to each scan. */
@Named
@RequestScoped
public class CirculationView {
    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    private String wanted() {
        return FormTexts.of(request).get("site");
    }

    /** Code of the site of this desk; empty while the school has none. */
    public String getSite() {
        return reach.chosen(wanted())
                .or(() -> reach.chosen(""))
                .map(SchoolSite::code)
                .orElse("");
    }

    /** The other sites, where there are several. */
    public List<SchoolReach.Link> getSites() {
        return reach.links("/desk/circulation", getSite());
    }

    /** Whose unsent scans a browser keeps. */
    public long getAccount() {
        return caller.required().account();
    }

    /** The last day of which a book drop can be. */
    public LocalDate getToday() {
        return LocalDate.now(clock);
    }
}
