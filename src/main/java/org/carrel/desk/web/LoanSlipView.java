package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.DeskSlips;
import org.carrel.circulation.DeskSlips.LoanSlip;
import org.carrel.circulation.DeskSlips.Which;
import org.carrel.circulation.PatronSummary;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/loan-slip.xhtml: what somebody has and until when, on paper of 80 mm. */
@Named
@RequestScoped
public class LoanSlipView {
    @Inject
    HttpServletRequest request;

    @Inject
    DeskSlips slips;

    @Inject
    SchoolReach reach;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    DueWords dues;

    @Inject
    Clock clock;

    private long patron;
    private String site = "";
    private Optional<LoanSlip> slip = Optional.empty();

    @PostConstruct
    void load() {
        var texts = FormTexts.of(request);
        patron = Numbered.importNumber(request).orElse(0);
        var chosen = reach.chosen(texts.get("site"));
        site = chosen.map(SchoolSite::code).orElse("");
        slip = chosen.flatMap(
                there -> slips.loans(patron, there.code(), texts.oneOf("which", Which.AS_FITS), caller.required()));
    }

    public void check() throws IOException {
        if (slip.isEmpty()) Pages.notFound();
    }

    /** @param what the title, or its barcode for those whose role does not tell them titles */
    public record Row(String what, String due) {}

    public List<Row> getRows() {
        return slip.orElseThrow().lines().stream().map(this::row).toList();
    }

    private Row row(PatronSummary.Line line) {
        var titles = caller.may(Operation.SEE_TITLES_OF_PERSON);
        var due = dues.due(line.loan());
        return new Row(
                titles ? line.item().title() : line.item().barcode(),
                due.isEmpty() ? words.text("desk.noDue") : words.text("slip.due", due));
    }

    public String getWho() {
        return slip.orElseThrow().who();
    }

    public String getTitle() {
        return words.text(slip.orElseThrow().visitOnly() ? "slip.visit" : "slip.all");
    }

    public boolean isVisitOnly() {
        return slip.orElseThrow().visitOnly();
    }

    public long getPatron() {
        return patron;
    }

    public String getSite() {
        return site;
    }

    public String getTime() {
        return words.time(clock.instant());
    }
}
