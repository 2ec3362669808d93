package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.Site;
import org.carrel.search.NewBooks;
import org.carrel.search.Readers;
import org.carrel.search.SavedSearches;
import org.carrel.search.TopicTile;
import org.carrel.search.TopicTiles;

/** desk/topics.xhtml: what stands on the first page of the kiosks, and what a child sees of it. */
@Named
@RequestScoped
public class TopicsView {
    private static final int ON_A_SHELF = 6;

    @Inject
    HttpServletRequest request;

    @Inject
    TopicTiles topics;

    @Inject
    SavedSearches searches;

    @Inject
    NewBooks newBooks;

    @Inject
    MarcImports imports;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private List<Row> rows = List.of();
    private List<Gone> removed = List.of();
    private List<Site> sites = List.of();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        sites = imports.sites();
        rows = rows(topics.all());
        removed = topics.removed().stream()
                .map(tile -> new Gone(tile.id(), title(tile)))
                .toList();
    }

    /**
     * A topic in the list.
     *
     * @param search in words
     * @param path of its results, without the context path
     * @param found how many, in words
     * @param where schools and readers that see it, and how
     */
    public record Row(
            long id,
            String icon,
            String title,
            String otherTitle,
            String search,
            String path,
            String found,
            boolean findsNothing,
            String where,
            boolean shown,
            boolean first,
            boolean last) {}

    /** A topic that was removed. */
    public record Gone(long id, String title) {}

    /** A tile, or a shelf with the titles on it. */
    public record Seen(String path, String icon, String title, List<String> covers) {}

    private List<Row> rows(List<TopicTile> tiles) {
        var summary = new SearchSummary(words.language());
        var list = new ArrayList<Row>();
        for (var tile : tiles) {
            var total = searches.of(tile.search(), Readers.ALL, 1).total();
            list.add(new Row(
                    tile.id(),
                    tile.picture().key(),
                    title(tile),
                    title(tile).equals(tile.titleEn()) ? tile.titleEs() : tile.titleEn(),
                    summary.of(tile.search()),
                    tile.search().path(),
                    total == 0 ? words.text("topics.nothing") : words.number(total),
                    total == 0,
                    where(tile),
                    tile.shown(),
                    list.isEmpty(),
                    list.size() == tiles.size() - 1));
        }
        return list;
    }

    private String title(TopicTile tile) {
        return tile.title(words.language().tag());
    }

    private String where(TopicTile tile) {
        var parts = new ArrayList<String>();
        parts.add(tile.site().map(TopicTile.Site::name).orElse(words.text("topics.allSites")));
        parts.add(words.text("topicReaders." + tile.readers()));
        if (tile.asShelf()) parts.add(words.text("topics.shelf"));
        return String.join(" · ", parts);
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<Gone> getRemoved() {
        return removed;
    }

    /** The one that was removed just now, to be brought back by a tap; empty at any other time. */
    public List<Gone> getJustRemoved() {
        var id = FormTexts.number(texts.get("removed"));
        return removed.stream().filter(gone -> gone.id() == id).toList();
    }

    /** What was done, in words; empty when nothing was. */
    public String getDone() {
        return Stream.of("saved", "moved", "shown", "hidden", "restored")
                .filter(done -> texts.get("done").equals(done))
                .map(done -> words.text("topics.done." + done))
                .findFirst()
                .orElse("");
    }

    /** Why the last button did nothing; empty when it did. */
    public String getProblem() {
        return texts.has("taken") ? words.text("topics.notRestored") : "";
    }

    public String getNewBooksHelp() {
        return words.text("topics.newBooks", newBooks.days());
    }

    /** Schools whose screens can be looked at. */
    public List<TopicView.Choice> getSites() {
        return Stream.concat(
                        Stream.of(new TopicView.Choice(TopicServlet.ALL_SITES, words.text("topics.noSite"), false)),
                        sites.stream()
                                .map(site -> new TopicView.Choice(
                                        site.code(), site.name(), site.code().equals(texts.get("site")))))
                .toList();
    }

    public boolean isYoungest() {
        return texts.has("youngest");
    }

    /** What a child sees on the chosen screen. */
    public List<Seen> getTiles() {
        return seen().filter(tile -> !tile.asShelf())
                .map(tile -> seen(tile, List.of()))
                .toList();
    }

    public List<Seen> getShelves() {
        return seen().filter(TopicTile::asShelf)
                .map(tile -> seen(
                        tile,
                        searches.of(tile.search(), Readers.ALL, ON_A_SHELF).hits().stream()
                                .map(hit -> hit.title())
                                .toList()))
                .filter(shelf -> !shelf.covers().isEmpty())
                .toList();
    }

    private Seen seen(TopicTile tile, List<String> covers) {
        return new Seen(tile.search().path(), tile.picture().key(), title(tile), covers);
    }

    private Stream<TopicTile> seen() {
        return topics.on(texts.get("site"), isYoungest()).stream();
    }
}
