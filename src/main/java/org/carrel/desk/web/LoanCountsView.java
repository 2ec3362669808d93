package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.LoanCount;
import org.carrel.circulation.LoanCounts;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SchoolSite;
import org.carrel.school.SchoolYear;
import org.carrel.security.CurrentCaller;

/** desk/loan-counts.xhtml, and the same as CSV: how much a site has lent in a school year, and nobody in it. */
@Named
@RequestScoped
public class LoanCountsView {
    static final String PAGE = "/desk/loan-counts";
    private static final int MOST_YEARS = 10;
    private static final int LAST_MONTH = 11;

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    SchoolCalendar calendars;

    @Inject
    LoanCounts counts;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private Optional<SchoolSite> site = Optional.empty();
    private int year;
    private List<LoanCount> found = List.of();

    @PostConstruct
    void load() {
        var texts = FormTexts.of(request);
        site = reach.chosen(texts.get("site"));
        if (site.isEmpty()) return;
        var now = SchoolYear.of(calendars.of(site.get().code()).today(clock.instant()));
        var asked = FormTexts.integer(texts.get("year"));
        year = Math.abs(asked - now) <= MOST_YEARS ? asked : now;
        var from = YearMonth.of(year, Month.AUGUST);
        found = counts.of(site.get().code(), from, from.plusMonths(LAST_MONTH), caller.required());
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !FormTexts.of(request).get("site").isEmpty()) Pages.notFound();
    }

    /** Of the table and of the file. */
    public record Row(String month, String grades, String material, String loans) {}

    public List<Row> getRows() {
        var says = new CalendarWords(words);
        return found.stream()
                .map(count -> row(count, says.month(count.month()), words.text("loanCounts.few")))
                .toList();
    }

    /** The same for a spreadsheet: months as 2026-11. */
    List<List<String>> cells() {
        return found.stream()
                .map(count -> row(count, count.month().toString(), "<5"))
                .map(row -> List.of(row.month(), row.grades(), row.material(), row.loans()))
                .toList();
    }

    private Row row(LoanCount count, String month, String few) {
        var loans = count.loans();
        return new Row(
                month,
                words.text("gradeBand." + count.band()),
                count.material().isEmpty() ? words.text("loanCounts.noMaterial") : count.material(),
                loans.isPresent() ? String.valueOf(loans.getAsInt()) : few);
    }

    List<String> headings() {
        return List.of(
                words.text("loanCounts.month"),
                words.text("loanCounts.grades"),
                words.text("loanCounts.material"),
                words.text("loanCounts.loans"));
    }

    public String getTitle() {
        return words.text("calendar.year", String.valueOf(year), String.valueOf(year + 1));
    }

    public List<Link> getSites() {
        return reach.links(PAGE, getCode());
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    public String getWhere() {
        return site.map(SchoolSite::name).orElse("");
    }

    public boolean isKnown() {
        return site.isPresent();
    }

    public String getPrevious() {
        return address(PAGE, year - 1);
    }

    public String getNext() {
        return address(PAGE, year + 1);
    }

    public String getCsv() {
        return address(LoanCountsServlet.PATH, year);
    }

    private String address(String page, int of) {
        return page + "?site=" + URLEncoder.encode(getCode(), StandardCharsets.UTF_8) + "&year=" + of;
    }

    /** For the name of the file. */
    String file() {
        return "loans-" + year + "-" + (year + 1) + ".csv";
    }
}
