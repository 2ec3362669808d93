package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.ImportHistory;
import org.carrel.catalog.ImportLine;
import org.carrel.catalog.LineFilter;
import org.carrel.catalog.LineFilter.Mark;
import org.carrel.catalog.LineFilter.Order;
import org.carrel.catalog.ListPage;
import org.carrel.catalog.PastImport;

/** The list on desk/import-lines.xhtml: what became, or would become, of each record of one file. */
@Named
@RequestScoped
public class ImportLinesView {
    private static final int PAGE_SIZE = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    ImportHistory history;

    @Inject
    StaffWords words;

    private Optional<PastImport> past = Optional.empty();
    private LineAddress address = new LineAddress(LineFilter.ALL);
    private ListPage<ImportLine> page = new ListPage<>(List.of(), 1, PAGE_SIZE, 0);

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        if (number.isPresent()) past = history.find(number.getAsLong());
        address = LineAddress.of(request);
        past.ifPresent(
                found -> page = history.lines(found.number(), address.filter(), Pages.asked(request), PAGE_SIZE));
    }

    /** Answers 404 when there is no such import. */
    public void check() throws IOException {
        if (past.isEmpty()) Pages.notFound();
    }

    /**
     * A choice of the filter.
     *
     * @param number how many there are, in words
     */
    public record Choice(String id, String name, String number, String path, boolean current) {}

    /** All, each outcome that occurs, and what else a librarian looks for. */
    public List<Choice> getChoices() {
        var choices = new ArrayList<Choice>();
        var filter = address.filter();
        choices.add(new Choice(
                "all",
                words.text("lines.all"),
                words.number(found().records()),
                path() + address.only(Optional.empty(), Optional.empty()).query(),
                filter.outcome().isEmpty() && filter.mark().isEmpty()));
        for (var count : Count.of(found(), words)) {
            choices.add(new Choice(
                    count.word(),
                    count.name(),
                    count.number(),
                    path()
                            + address.only(Optional.of(count.outcome()), Optional.empty())
                                    .query(),
                    filter.outcome().filter(count.outcome()::equals).isPresent()));
        }
        Arrays.stream(Mark.values()).flatMap(mark -> choice(mark).stream()).forEach(choices::add);
        return choices;
    }

    private Optional<Choice> choice(Mark mark) {
        var only = address.only(Optional.empty(), Optional.of(mark));
        var everywhere = new LineFilter(Optional.empty(), Optional.of(mark), "", Order.FILE);
        var number = history.count(found().number(), everywhere);
        var current = address.filter().mark().filter(mark::equals).isPresent();
        if (number == 0 && !current) return Optional.empty();
        return Optional.of(new Choice(
                LineAddress.word(mark),
                words.text("lineMark." + mark),
                words.number(number),
                path() + only.query(),
                current));
    }

    /** A row of the list. */
    public record Row(
            int number, String title, String controlNumber, String word, String outcome, String why, String copies) {}

    public List<Row> getLines() {
        return page.rows().stream()
                .map(line -> new Row(
                        line.at().number(),
                        line.title(),
                        line.controlNumber(),
                        LineAddress.word(line.outcome()),
                        words.text("oneOutcome." + line.outcome()),
                        LineWords.why(line, words),
                        LineWords.copies(line, words)))
                .toList();
    }

    public String getWords() {
        return address.filter().words();
    }

    /** Kept when the words change; empty for all. */
    public String getOutcome() {
        return address.filter().outcome().map(LineAddress::word).orElse("");
    }

    public String getMark() {
        return address.filter().mark().map(LineAddress::word).orElse("");
    }

    /** @param word as in the address */
    public record Sorting(String word, String name, boolean current) {}

    public List<Sorting> getOrders() {
        return Arrays.stream(Order.values())
                .map(order -> new Sorting(
                        LineAddress.word(order),
                        words.text("lineOrder." + order),
                        order == address.filter().order()))
                .toList();
    }

    /** How many lines are shown, of how many. */
    public String getFound() {
        return words.text("lines.found", page.total());
    }

    /** The list as it is filtered, as a file. */
    public String getCsv() {
        return path() + "/report.csv" + address.query();
    }

    public Pages getPages() {
        return new Pages(path() + address.query(), page.page(), page.pages());
    }

    public String getPosition() {
        return words.text("pager.position", page.page(), page.pages());
    }

    /** The address of this import. */
    public String getPath() {
        return path();
    }

    private String path() {
        return "/desk/import/" + found().number();
    }

    private PastImport found() {
        return past.orElseThrow();
    }
}
