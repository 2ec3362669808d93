package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.search.Readers;
import org.carrel.search.SavedSearch;
import org.carrel.search.SavedSearches;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/records.xhtml: where a record is found that is to be changed. */
@Named
@RequestScoped
public class RecordsView {
    private static final int FOUND = 30;
    private static final int MOST_WORDS = 200;

    @Inject
    HttpServletRequest request;

    @Inject
    SavedSearches searches;

    @Inject
    StaffWords words;

    @Inject
    CurrentCaller caller;

    private String typed = "";

    @PostConstruct
    void load() {
        var text = FormTexts.of(request).get("q").strip();
        typed = text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) : text;
    }

    public String getTyped() {
        return typed;
    }

    /** Whether they may change all that is found at once. */
    public boolean isBatches() {
        return caller.may(Operation.CHANGE_CATALOG);
    }

    /** Where all that is found can be changed at once. */
    public String getBatch() {
        return BatchView.PAGE + "?q=" + FormTexts.encoded(typed);
    }

    /** Each record that the words find: editions are records of their own here. */
    public List<WorksView.Result> getFound() {
        if (typed.isEmpty()) return List.of();
        var edition = new EditionWords(words.language());
        return searches.of(SavedSearch.ofWords(typed), Readers.ALL, FOUND).hits().stream()
                .flatMap(hit -> Stream.concat(Stream.of(hit), hit.editions().stream()))
                .map(hit -> new WorksView.Result(hit.id(), hit.title(), hit.author(), edition.of(hit), ""))
                .toList();
    }
}
