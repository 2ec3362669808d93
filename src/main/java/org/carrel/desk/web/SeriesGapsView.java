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
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.school.SchoolSite;
import org.carrel.shelfwork.SeriesGap;
import org.carrel.shelfwork.SeriesGaps;

/** desk/series-gaps.xhtml, and the same as CSV: volumes that lack between those that there are. */
@Named
@RequestScoped
public class SeriesGapsView {
    static final String PAGE = "/desk/series-gaps";
    private static final int PAGE_SIZE = 100;

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    SeriesGaps gaps;

    @Inject
    StaffWords words;

    private Optional<SchoolSite> site = Optional.empty();
    private List<SeriesGap> found = List.of();
    private int page = 1;

    @PostConstruct
    void load() {
        site = reach.chosen(FormTexts.of(request).get("site"));
        found = site.map(gaps::of).orElse(List.of());
        page = Math.min(Pages.asked(request), pages());
    }

    private int pages() {
        return Math.max(1, (found.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !FormTexts.of(request).get("site").isEmpty()) Pages.notFound();
    }

    boolean isKnown() {
        return site.isPresent();
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    public List<Link> getSites() {
        return reach.links(PAGE, getCode());
    }

    public String getTotal() {
        return words.text(
                "seriesGaps.total",
                found.size(),
                found.stream().mapToInt(gap -> gap.missing().size()).sum());
    }

    /** A series. @param link leads to all of its volumes */
    public record Row(
            String name,
            String link,
            String author,
            String have,
            String missing,
            int copies,
            int uses,
            String demand) {}

    public List<Row> getRows() {
        var from = (page - 1) * PAGE_SIZE;
        return found.subList(from, Math.min(found.size(), from + PAGE_SIZE)).stream()
                .map(this::row)
                .toList();
    }

    private Row row(SeriesGap gap) {
        var number = NumberFormat.getNumberInstance(words.language().locale());
        return new Row(
                gap.name(),
                "/series?name=" + FormTexts.encoded(gap.name()),
                gap.author(),
                gap.have().stream().map(number::format).collect(Collectors.joining(", ")),
                gap.missing().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                gap.copies(),
                gap.uses(),
                number.format(gap.demand() / 100.0));
    }

    public Pages getPages() {
        return new Pages(PAGE + "?site=" + FormTexts.encoded(getCode()), page, pages());
    }

    public String getPosition() {
        return words.text("pager.position", page, pages());
    }

    public String getCsv() {
        return PAGE + ".csv?site=" + FormTexts.encoded(getCode());
    }

    List<String> headings() {
        return List.of(
                words.text("seriesGaps.series"),
                words.text("seriesGaps.author"),
                words.text("seriesGaps.number"),
                words.text("shelf.copies"),
                words.text("weeding.uses"),
                words.text("seriesGaps.demand"));
    }

    /** A line for each volume to buy. */
    List<List<String>> cells() {
        var cells = new ArrayList<List<String>>();
        for (var gap : found)
            for (var missing : gap.missing())
                cells.add(List.of(
                        gap.name(),
                        gap.author(),
                        String.valueOf(missing),
                        String.valueOf(gap.copies()),
                        String.valueOf(gap.uses()),
                        row(gap).demand()));
        return cells;
    }
}
