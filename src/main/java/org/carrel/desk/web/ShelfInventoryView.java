package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.shelfwork.ShelfHistory;
import org.carrel.shelfwork.ShelfInventories;
import org.carrel.shelfwork.ShelfInventory;

/** desk/shelf-inventory.xhtml: begins an inventory of a part of the shelves, and shows those that were. */
@Named
@RequestScoped
public class ShelfInventoryView {
    private static final int PAGE_SIZE = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    ShelfInventories inventories;

    @Inject
    SchoolReach reach;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    ShelfWords shelf;

    private Optional<SchoolSite> site = Optional.empty();
    private List<ShelfHistory> rows = List.of();
    private int page = 1;
    private int pages = 1;

    @PostConstruct
    void load() {
        var by = caller.required();
        site = reach.chosen(typed("site"));
        page = Pages.asked(request);
        rows = inventories.history(page, PAGE_SIZE, by);
        pages = (int) Math.max(1, (inventories.count(by) + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !typed("site").isEmpty() && getProblem().isEmpty()) Pages.notFound();
    }

    private String typed(String name) {
        return FormTexts.of(request).get(name);
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    public List<Link> getSites() {
        return reach.links("/desk/shelf-inventory", getCode());
    }

    public List<Choice> getLocations() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("0", words.text("shelf.everywhere"), false));
        site.map(inventories::locations)
                .orElse(List.of())
                .forEach(one -> choices.add(new Choice(
                        String.valueOf(one.id()), one.name(), typed("location").equals(String.valueOf(one.id())))));
        return choices;
    }

    public String getFrom() {
        return typed("from");
    }

    public String getTo() {
        return typed("to");
    }

    /** A line of the history. @param result what came of it, or how far it is */
    public record Row(
            long id, String place, String site, String state, boolean open, String when, String by, String result) {}

    public List<Row> getRows() {
        return rows.stream().map(this::row).toList();
    }

    private Row row(ShelfHistory row) {
        var one = row.inventory();
        return new Row(
                one.id(),
                shelf.place(one),
                one.siteName(),
                words.text("auditState." + one.state()),
                one.state() == ShelfInventory.State.OPEN,
                words.time(one.closedAt().orElse(one.startedAt())),
                one.closedBy().isEmpty() ? one.startedBy() : one.closedBy(),
                shelf.result(row));
    }

    public String getProblem() {
        return request.getAttribute(ShelfInventoryServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getDone() {
        return typed("done").equals("dropped") ? words.text("shelf.dropped") : "";
    }

    public Pages getPages() {
        return new Pages("/desk/shelf-inventory", page, pages);
    }

    public String getPosition() {
        return words.text("pager.position", page, pages);
    }
}
