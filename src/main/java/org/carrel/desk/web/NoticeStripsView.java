package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.carrel.notices.NoticeDesk;
import org.carrel.notices.NoticeDesk.Sheet;
import org.carrel.notices.NoticeDesk.Shown;
import org.carrel.school.SchoolSite;

/** desk/notice-strips.xhtml: letters on paper, a page for each homeroom, the name outside. */
@Named
@RequestScoped
public class NoticeStripsView {
    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    NoticeDesk desk;

    @Inject
    StaffWords words;

    private Optional<SchoolSite> site = Optional.empty();
    private boolean missing;
    private boolean sample;
    private List<Sheet> sheets = List.of();

    @PostConstruct
    void load() {
        var code = FormTexts.of(request).get("site");
        site = reach.chosen(code);
        missing = site.isEmpty() && !code.isEmpty();
        sample = request.getParameter("sample") != null;
        sheets = site.map(known -> sample ? desk.sample(known) : desk.sheets(known.code()))
                .orElse(List.of());
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (missing) Pages.notFound();
    }

    public String getSite() {
        return site.map(SchoolSite::code).orElse("");
    }

    public String getBack() {
        return site.map(known -> NoticesView.address(known.code(), Shown.PAPER)).orElse(NoticesServlet.PAGE);
    }

    public List<Sheet> getSheets() {
        return sheets;
    }

    /** People who do not exist. */
    public boolean isSample() {
        return sample;
    }

    public String getCount() {
        var strips = sheets.stream().mapToInt(sheet -> sheet.strips().size()).sum();
        return words.text("strips.count", strips, sheets.size());
    }
}
