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
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.carrel.catalog.ImportHistory;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.ListPage;
import org.carrel.catalog.PastImport;

/** desk/import-lines.xhtml: what became of each record of one file. */
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
    private Optional<Outcome> only = Optional.empty();
    private ListPage<PastImport.Line> page = new ListPage<>(List.of(), 1, PAGE_SIZE, 0);

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        if (number.isPresent()) past = history.find(number.getAsLong());
        var asked = Objects.requireNonNullElse(request.getParameter("outcome"), "");
        only = Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equalsIgnoreCase(asked))
                .findFirst();
        past.ifPresent(found -> page = history.lines(found, only, Pages.asked(request), PAGE_SIZE));
    }

    /** Answers 404 when there is no such import. */
    public void check() throws IOException {
        if (past.isEmpty()) Pages.notFound();
    }

    /**
     * A choice of the filter.
     *
     * @param name in words, with how many there are
     */
    public record Choice(String id, String name, String number, String path, boolean current) {}

    /** All, and each outcome that occurs. */
    public List<Choice> getChoices() {
        var choices = new ArrayList<Choice>();
        choices.add(
                new Choice("all", words.text("lines.all"), words.number(found().records()), path(), only.isEmpty()));
        for (var count : Count.of(found(), words)) {
            choices.add(new Choice(
                    count.word(),
                    count.name(),
                    count.number(),
                    path() + "?outcome=" + count.word(),
                    only.filter(count.outcome()::equals).isPresent()));
        }
        return choices;
    }

    public List<PastImport.Line> getLines() {
        return page.rows();
    }

    /** The way to the record doctor; empty for a record whose bytes are not kept. */
    public String doctor(PastImport.Line line) {
        return line.kept() ? "/desk/doctor/" + getNumber() + "/" + line.number() : "";
    }

    public String outcome(PastImport.Line line) {
        return words.text("oneOutcome." + line.outcome());
    }

    public long getNumber() {
        return found().number();
    }

    public String getTitle() {
        return words.text("lines.title", found().file());
    }

    /** Where, when and how far. */
    public String getFacts() {
        return words.text(
                "lines.facts",
                found().site(),
                words.time(found().started()),
                words.text("importState." + found().state()));
    }

    public String getRefused() {
        return found().refused();
    }

    public Pages getPages() {
        var filter = only.map(outcome -> "?outcome=" + outcome.name().toLowerCase(Locale.ROOT));
        return new Pages(path() + filter.orElse(""), page.page(), page.pages());
    }

    public String getPosition() {
        return words.text("pager.position", page.page(), page.pages());
    }

    private String path() {
        return "/desk/import/" + getNumber();
    }

    private PastImport found() {
        return past.orElseThrow();
    }
}
