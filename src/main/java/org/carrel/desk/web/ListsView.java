package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.carrel.lists.ListState;
import org.carrel.lists.ReadingList;
import org.carrel.lists.ReadingLists;
import org.carrel.security.Accounts;
import org.carrel.security.CurrentCaller;

/** desk/lists.xhtml: the lists that somebody keeps. */
@Named
@RequestScoped
public class ListsView {
    @Inject
    HttpServletRequest request;

    @Inject
    ReadingLists lists;

    @Inject
    Accounts accounts;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private List<ReadingList> kept = List.of();
    private Map<Long, Integer> counts = Map.of();
    private Map<String, String> sites = Map.of();
    private long removed;

    @PostConstruct
    void load() {
        kept = lists.keptBy(caller.required());
        counts = lists.counts(kept.stream().map(ReadingList::id).toList());
        sites = lists.siteNames();
        removed = FormTexts.number(FormTexts.of(request).get("removed"));
    }

    /** A list in a row. @param who has made it @param home whether kiosks show it */
    public record Row(
            long id,
            String title,
            String language,
            String kind,
            String count,
            String site,
            String who,
            String state,
            boolean published,
            boolean home) {}

    public List<Row> getRows() {
        return kept.stream()
                .filter(list -> list.state() != ListState.REMOVED)
                .map(this::row)
                .toList();
    }

    private Row row(ReadingList list) {
        var who = list.account().isPresent()
                ? accounts.nameOf(list.account().getAsLong()).orElse("")
                : "";
        return new Row(
                list.id(),
                list.fullTitle(),
                list.language(),
                words.text("listKind." + list.kind()),
                words.number(counts.getOrDefault(list.id(), 0)),
                list.site().map(code -> sites.getOrDefault(code, code)).orElse(words.text("topics.allSites")),
                who,
                words.text("listState." + list.state()),
                list.isPublished(),
                list.isPublished() && list.onHome());
    }

    /** A list that can be brought back. @param now it was removed just now */
    public record Gone(long id, String title, boolean now) {}

    public List<Gone> getRemoved() {
        return kept.stream()
                .filter(list -> list.state() == ListState.REMOVED)
                .map(list -> new Gone(list.id(), list.fullTitle(), list.id() == removed))
                .toList();
    }

    /** What was removed just now, in words; empty when nothing was. */
    public String getDone() {
        return getRemoved().stream()
                .filter(Gone::now)
                .map(gone -> words.text("lists.done.removed", gone.title()))
                .findFirst()
                .orElse("");
    }
}
