package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.catalog.MarcImports;
import org.carrel.search.Readers;
import org.carrel.search.SavedSearch;
import org.carrel.search.SavedSearches;
import org.carrel.search.SavedSearches.Answer;
import org.carrel.search.SearchHit;
import org.carrel.search.SearchRequest;
import org.carrel.search.TopicDraft;
import org.carrel.search.TopicPicture;
import org.carrel.search.TopicProblem;
import org.carrel.search.TopicProblem.Field;
import org.carrel.search.TopicTile;
import org.carrel.search.TopicTiles;

/** desk/topic.xhtml: one topic as a form, new or not, with what it would find. */
@Named
@RequestScoped
public class TopicView {
    private static final int TRIED = 6;

    @Inject
    HttpServletRequest request;

    @Inject
    TopicTiles topics;

    @Inject
    SavedSearches searches;

    @Inject
    MarcImports imports;

    @Inject
    StaffWords words;

    private TopicDraft draft = TopicDraft.empty();
    private List<TopicProblem> problems = List.of();
    private boolean stale;
    private boolean trying;

    @PostConstruct
    void load() {
        if (request.getAttribute(TopicServlet.SENT) instanceof TopicServlet.Sent sent) {
            draft = sent.draft();
            problems = sent.problems();
            stale = sent.stale();
            trying = sent.trying() && problems.isEmpty();
            return;
        }
        var number = Numbered.importNumber(request);
        if (number.isPresent())
            draft = topics.find(number.getAsLong()).map(TopicDraft::of).orElse(draft);
    }

    /** For an address with the number of no topic. */
    public void check() throws IOException {
        if (Numbered.importNumber(request).isPresent() && isNew()) Pages.notFound();
    }

    /** A choice of a form. */
    public record Choice(String value, String name, boolean chosen) {}

    /** A problem and the field it is in. */
    public record Wrong(String field, String text) {}

    public TopicDraft getDraft() {
        return draft;
    }

    public boolean isNew() {
        return draft.id() == 0;
    }

    public String getTitle() {
        if (isNew()) return words.text("topics.new");
        var stored =
                topics.find(draft.id()).map(tile -> tile.title(words.language().tag()));
        return words.text("topics.edit", stored.orElse(draft.titleEn()));
    }

    public boolean isStale() {
        return stale;
    }

    /** The first field first. */
    public List<Wrong> getWrong() {
        return problems.stream()
                .map(problem -> new Wrong(id(problem.field()), text(problem)))
                .toList();
    }

    /** Empty when the field is right. */
    public String getTitleEnProblem() {
        return problem(Field.TITLE_EN);
    }

    public String getTitleEsProblem() {
        return problem(Field.TITLE_ES);
    }

    public String getSearchProblem() {
        return problem(Field.SEARCH);
    }

    public String getPictureProblem() {
        return problem(Field.PICTURE);
    }

    public String getSiteProblem() {
        return problem(Field.SITE);
    }

    private String problem(Field field) {
        return problems.stream()
                .filter(problem -> problem.field() == field)
                .map(this::text)
                .findFirst()
                .orElse("");
    }

    private String text(TopicProblem problem) {
        var group = problem.field() == Field.TITLE_ES ? Field.TITLE_EN : problem.field();
        var most = group == Field.TITLE_EN ? TopicTile.MAX_TITLE : SearchRequest.MAX_TEXT;
        return words.text("topicProblem." + group + "." + problem.reason(), most);
    }

    static String id(Field field) {
        return switch (field) {
            case TITLE_EN -> "title-en";
            case TITLE_ES -> "title-es";
            case SEARCH -> "search";
            case PICTURE -> "picture-" + TopicPicture.BOOKS.key();
            case SITE -> "site";
        };
    }

    public List<Choice> getPictures() {
        return Arrays.stream(TopicPicture.values())
                .map(picture -> new Choice(
                        picture.key(),
                        words.text("picture." + picture),
                        picture.key().equals(draft.picture())))
                .toList();
    }

    public List<Choice> getSites() {
        return Stream.concat(
                        Stream.of(new Choice(TopicServlet.ALL_SITES, words.text("topics.allSites"), false)),
                        imports.sites().stream()
                                .map(site -> new Choice(
                                        site.code(), site.name(), site.code().equalsIgnoreCase(draft.siteCode()))))
                .toList();
    }

    public List<Choice> getReaders() {
        return Arrays.stream(TopicTile.Readers.values())
                .map(readers ->
                        new Choice(readers.name(), words.text("topicReaders." + readers), readers == draft.readers()))
                .toList();
    }

    /** Whether it was asked to be tried, and can be. */
    public boolean isTrying() {
        return trying;
    }

    public String getTriedCount() {
        return words.text("topics.tried", tried().map(Answer::total).orElse(0L));
    }

    /** Titles of the first hits. */
    public List<String> getTriedTitles() {
        return tried().map(Answer::hits).orElse(List.of()).stream()
                .map(SearchHit::title)
                .toList();
    }

    private Optional<Answer> tried() {
        if (!trying) return Optional.empty();
        return SavedSearch.read(draft.search()).map(search -> searches.of(search, Readers.ALL, TRIED));
    }
}
