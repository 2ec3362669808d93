package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.school.SchoolSite;
import org.carrel.shelfwork.CollectionCount;
import org.carrel.shelfwork.CollectionReport;
import org.carrel.shelfwork.CollectionReports;

/** desk/collection-report.xhtml, and the same as CSV: how old the collection is, what it is made of and what of it is used. */
@Named
@RequestScoped
public class CollectionReportView {
    static final String PAGE = "/desk/collection-report";
    private static final int STEP = 42;
    private static final int LONGEST = 400;
    /** The bars of ages begin here: nearly nothing in a school is older. */
    private static final int FIRST_YEAR = 1970;

    private static final int THOUSAND = 1000;
    /** Asked for half again as much as its share, or half as much. */
    private static final int MUCH = 150;

    private static final int LITTLE = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    CollectionReports reports;

    @Inject
    StaffWords words;

    private Optional<SchoolSite> site = Optional.empty();
    private Optional<CollectionReport> found = Optional.empty();

    @PostConstruct
    void load() {
        site = reach.chosen(FormTexts.of(request).get("site"));
        found = site.map(one -> reports.of(one, isTens()));
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !FormTexts.of(request).get("site").isEmpty()) Pages.notFound();
    }

    boolean isKnown() {
        return site.isPresent();
    }

    public boolean isTens() {
        return FormTexts.of(request).get("by").equals("tens");
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    public List<Link> getSites() {
        return reach.links(PAGE, getCode());
    }

    private String address(String path, boolean tens) {
        return path + "?site=" + FormTexts.encoded(getCode()) + (tens ? "&by=tens" : "");
    }

    public String getOther() {
        return address(PAGE, !isTens());
    }

    public String getCsv() {
        return address(PAGE + ".csv", isTens());
    }

    public String getTotal() {
        var all = found.map(CollectionReport::all).orElse(new CollectionCount("", 0, 0, 0, 0, 0));
        var year = all.averageYear();
        return words.text(
                "collectionReport.total",
                all.copies(),
                year.isPresent() ? String.valueOf(year.getAsInt()) : "–",
                percent(all.oldShare()),
                all.uses());
    }

    private List<CollectionCount> classes() {
        return found.map(CollectionReport::classes).orElse(List.of());
    }

    /** A bar of a chart. @param y where it stands @param width of 400 @param second of another bar beside it */
    public record Bar(String name, int y, int width, int second) {}

    /** @param height of the drawing */
    public record Chart(String id, String title, List<Bar> bars, int height) {}

    public List<Chart> getCharts() {
        var classes = classes();
        if (classes.isEmpty()) return List.of();
        var last = classes.stream()
                .mapToInt(one -> one.averageYear().orElse(0))
                .max()
                .orElse(FIRST_YEAR);
        var span = Math.max(1, last - FIRST_YEAR);
        ToIntFunction<CollectionCount> age =
                one -> Math.max(0, one.averageYear().orElse(FIRST_YEAR) - FIRST_YEAR) * LONGEST / span;
        var all = found.orElseThrow().all();
        var most = Math.max(
                1,
                classes.stream()
                        .mapToInt(one -> Math.max(one.shareOf(all), one.useShareOf(all)))
                        .max()
                        .orElse(1));
        return List.of(
                chart("age", classes, one -> name(one) + " · " + year(one), age, one -> 0),
                chart(
                        "old",
                        classes,
                        one -> name(one) + " · " + percent(one.oldShare()),
                        one -> one.oldShare() * LONGEST / THOUSAND,
                        one -> 0),
                chart(
                        "gap",
                        classes,
                        one -> words.text(
                                "collectionReport.bar",
                                name(one),
                                percent(one.shareOf(all)),
                                percent(one.useShareOf(all))),
                        one -> one.shareOf(all) * LONGEST / most,
                        one -> one.useShareOf(all) * LONGEST / most));
    }

    private Chart chart(
            String id,
            List<CollectionCount> counts,
            Function<CollectionCount, String> name,
            ToIntFunction<CollectionCount> width,
            ToIntFunction<CollectionCount> second) {
        var bars = new ArrayList<Bar>();
        for (var one : counts)
            bars.add(new Bar(name.apply(one), bars.size() * STEP, width.applyAsInt(one), second.applyAsInt(one)));
        return new Chart(id, words.text("collectionReport.chart." + id), bars, bars.size() * STEP);
    }

    private String name(CollectionCount one) {
        return one.name().isEmpty() ? words.text("collectionReport.noClass") : one.name();
    }

    private static String year(CollectionCount one) {
        return one.averageYear().isPresent() ? String.valueOf(one.averageYear().getAsInt()) : "–";
    }

    private String percent(int thousandths) {
        return NumberFormat.getPercentInstance(words.language().locale()).format(thousandths / (double) THOUSAND);
    }

    /** A row of the table. @param mark says that it is asked for much more or much less than there is; empty otherwise */
    public record Row(
            String name,
            String copies,
            String share,
            String year,
            String old,
            String uses,
            String useShare,
            String demand,
            String mark) {}

    public List<Row> getRows() {
        return classes().stream().map(one -> row(one, name(one))).toList();
    }

    public List<Row> getLanguages() {
        return found.map(CollectionReport::languages).orElse(List.of()).stream()
                .map(one -> row(one, language(one.name())))
                .toList();
    }

    private Row row(CollectionCount one, String name) {
        var all = found.orElseThrow().all();
        var demand = one.demand(all);
        var number = NumberFormat.getNumberInstance(words.language().locale());
        number.setMinimumFractionDigits(2);
        number.setMaximumFractionDigits(2);
        return new Row(
                name,
                words.number(one.copies()),
                percent(one.shareOf(all)),
                year(one),
                percent(one.oldShare()),
                words.number(one.uses()),
                percent(one.useShareOf(all)),
                demand.isPresent() ? number.format(demand.getAsInt() / 100.0) : "",
                demand.isEmpty() ? "" : mark(demand.getAsInt()));
    }

    private String mark(int demand) {
        if (demand >= MUCH) return words.text("collectionReport.much");
        return demand <= LITTLE ? words.text("collectionReport.little") : "";
    }

    /** By the reader's language; a code that Java does not know stays as it is. */
    private String language(String code) {
        if (code.isEmpty()) return words.text("collectionReport.noLanguage");
        for (var one : Locale.getISOLanguages()) {
            try {
                var locale = Locale.of(one);
                if (locale.getISO3Language().equals(code))
                    return locale.getDisplayLanguage(words.language().locale());
            } catch (MissingResourceException e) {
                // a language without a code of three letters is none of ours
                continue;
            }
        }
        return code;
    }

    List<String> headings() {
        return List.of(
                words.text("collectionReport.what"),
                words.text("collectionReport.name"),
                words.text("shelf.copies"),
                words.text("collectionReport.share"),
                words.text("collectionReport.year"),
                words.text("collectionReport.old"),
                words.text("weeding.uses"),
                words.text("collectionReport.useShare"),
                words.text("collectionReport.demand"));
    }

    List<List<String>> cells() {
        var cells = new ArrayList<List<String>>();
        getRows().forEach(row -> cells.add(cells(words.text("collectionReport.class"), row)));
        getLanguages().forEach(row -> cells.add(cells(words.text("collectionReport.language"), row)));
        return cells;
    }

    private static List<String> cells(String what, Row row) {
        return List.of(
                what,
                row.name(),
                row.copies(),
                row.share(),
                row.year(),
                row.old(),
                row.uses(),
                row.useShare(),
                row.demand());
    }
}
