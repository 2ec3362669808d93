package org.carrel.kiosk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.search.CatalogSearch;
import org.carrel.search.SearchRequest;

/** kiosk/home.xhtml: the search box, topics to browse, and what is new. */
@Named
@RequestScoped
public class KioskHomeView {
    private static final int NEW_THINGS = 9;
    private static final SearchAddress EVERYTHING = new SearchAddress("", 1, List.of(), List.of());

    @Inject
    CatalogSearch search;

    @Inject
    Cards cards;

    @Inject
    Words words;

    private List<Card> newest = List.of();

    @PostConstruct
    void load() {
        var found = search.find(new SearchRequest("", 1, NEW_THINGS, List.of(), List.of()));
        newest = cards.of(found.hits(), EVERYTHING);
    }

    public List<Card> getNewest() {
        return newest;
    }

    public List<Topic> getTopics() {
        return List.of(Topic.values());
    }

    /** Searches that show what the box can do. */
    public List<Example> getExamples() {
        return Stream.of("1", "2", "3", "4")
                .map(number -> words.text("home.example." + number))
                .map(text -> new Example(text, new SearchAddress(text, 1, List.of(), List.of()).path()))
                .toList();
    }

    /** A search to try. */
    public record Example(String text, String path) {}
}
