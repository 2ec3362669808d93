package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.carrel.catalog.ImportHistory;
import org.carrel.catalog.ListPage;
import org.carrel.catalog.PastImport;

/** desk/import.xhtml: the imports so far, the newest first. */
@Named
@RequestScoped
public class ImportView {
    private static final int PAGE_SIZE = 25;

    @Inject
    HttpServletRequest request;

    @Inject
    ImportHistory history;

    @Inject
    StaffWords words;

    private ListPage<PastImport> page = new ListPage<>(List.of(), 1, PAGE_SIZE, 0);

    @PostConstruct
    void load() {
        page = history.imports(Pages.asked(request), PAGE_SIZE);
    }

    /**
     * A row of the list.
     *
     * @param refused empty when the file was taken
     */
    public record Row(
            long number, String file, String site, String when, String state, String refused, List<Count> counts) {}

    public List<Row> getRows() {
        return page.rows().stream().map(this::row).toList();
    }

    private Row row(PastImport past) {
        return new Row(
                past.number(),
                past.file(),
                past.site(),
                words.time(past.started()),
                words.text("importState." + past.state()),
                past.refused(),
                Count.of(past, words));
    }

    public Pages getPages() {
        return new Pages("/desk/import", page.page(), page.pages());
    }

    public String getPosition() {
        return words.text("pager.position", page.page(), page.pages());
    }
}
