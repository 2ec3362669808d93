package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.carrel.catalog.DuplicateGroup;
import org.carrel.catalog.Duplicates;

/** desk/duplicates.xhtml: records that are most likely one, the surest first. */
@Named
@RequestScoped
public class DuplicatesView {
    static final String PAGE = "/desk/duplicates";

    private static final int PAGE_SIZE = 25;
    /** More reasons say no more. */
    private static final int REASONS = 3;

    @Inject
    HttpServletRequest request;

    @Inject
    Duplicates duplicates;

    @Inject
    StaffWords words;

    private List<DuplicateGroup> groups = List.of();
    private int page = 1;

    @PostConstruct
    void load() {
        groups = duplicates.groups();
        page = Math.min(Pages.asked(request), pages());
    }

    private int pages() {
        return Math.max(1, (groups.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    public String getTotal() {
        return words.text("duplicates.total", groups.size());
    }

    /** A record of a group. @param first the one that is proposed to stay: with the most copies, then the oldest */
    public record Row(long id, String title, String facts, String copies, boolean first) {}

    /** @param number by which the page tells groups apart @param score in percent */
    public record Group(long number, String title, int score, String why, List<Row> rows) {}

    public List<Group> getGroups() {
        var from = (page - 1) * PAGE_SIZE;
        return groups.subList(from, Math.min(groups.size(), from + PAGE_SIZE)).stream()
                .map(this::group)
                .toList();
    }

    private Group group(DuplicateGroup group) {
        var why = group.why().stream()
                .limit(REASONS)
                .map(reason -> words.text("matchKey." + reason.kind()) + " "
                        + reason.value().replace('|', ' '))
                .collect(Collectors.joining(" · "));
        var most =
                group.rows().stream().mapToInt(DuplicateGroup.Row::copies).max().orElse(0);
        var stays = group.rows().stream()
                .filter(row -> row.copies() == most)
                .findFirst()
                .orElseThrow();
        return new Group(
                group.rows().getFirst().id(),
                group.rows().getFirst().title(),
                group.score(),
                why,
                group.rows().stream()
                        .map(row -> row(row, row.id() == stays.id()))
                        .toList());
    }

    private Row row(DuplicateGroup.Row row, boolean first) {
        var facts = new ArrayList<String>();
        if (!row.author().isEmpty()) facts.add(row.author());
        if (!row.publisher().isEmpty()) facts.add(row.publisher());
        if (row.year().isPresent()) facts.add(String.valueOf(row.year().getAsInt()));
        facts.addAll(row.isbns());
        return new Row(
                row.id(), row.title(), String.join(" · ", facts), words.text("duplicates.copies", row.copies()), first);
    }

    public Pages getPages() {
        return new Pages(PAGE, page, pages());
    }

    public String getPosition() {
        return words.text("pager.position", page, pages());
    }

    public boolean isDismissed() {
        return FormTexts.of(request).get("done").equals("dismissed");
    }
}
