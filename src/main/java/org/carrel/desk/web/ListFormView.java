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
import org.carrel.lists.ListDraft;
import org.carrel.lists.ListKind;
import org.carrel.lists.ListProblem;
import org.carrel.lists.ListProblem.Field;
import org.carrel.lists.ReadingList;
import org.carrel.lists.ReadingLists;
import org.carrel.security.CurrentCaller;

/** desk/list-form.xhtml: what a list is called and for whom it is, new or not. */
@Named
@RequestScoped
public class ListFormView {
    @Inject
    HttpServletRequest request;

    @Inject
    ReadingLists lists;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<ReadingList> stored = Optional.empty();
    private ListDraft draft = ListDraft.empty("en", "");
    private List<ListProblem> problems = List.of();
    private boolean stale;

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        stored = number.isPresent() ? lists.find(number.getAsLong()) : stored;
        draft = stored.map(ListDraft::of)
                .orElseGet(() -> ListDraft.empty(
                        words.language().tag().startsWith("es") ? "es" : "en",
                        lists.sitesOf(caller.required()).stream().findFirst().orElse("")));
        if (request.getAttribute(ListServlet.SENT_FORM) instanceof ListServlet.SentForm sent) {
            draft = sent.draft();
            problems = sent.problems();
            stale = sent.stale();
        }
    }

    /** For an address with the number of no list. */
    public void check() throws IOException {
        if (Numbered.importNumber(request).isPresent() && stored.isEmpty()) Pages.notFound();
    }

    /** A choice of a form. */
    public record Choice(String value, String name, boolean chosen) {}

    public ListDraft getDraft() {
        return draft;
    }

    public boolean isNew() {
        return draft.id() == 0;
    }

    public String getTitle() {
        return stored.map(list -> words.text("lists.edit", list.fullTitle())).orElse(words.text("lists.new"));
    }

    /** Where the form goes, and its way back. */
    public String getAction() {
        return isNew() ? "/desk/list-new" : ListServlet.page(draft.id()) + "/form";
    }

    public String getBack() {
        return isNew() ? "/desk/lists" : ListServlet.page(draft.id());
    }

    public boolean isStale() {
        return stale;
    }

    /** A problem and the field it is in. */
    public record Wrong(String field, String text) {}

    public List<Wrong> getWrong() {
        return problems.stream()
                .map(problem -> new Wrong(ListWords.id(problem.field()), ListWords.text(words, problem)))
                .toList();
    }

    /** @param field as {@link Field} names it; empty when it is right */
    public String problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().name().equals(field))
                .map(problem -> ListWords.text(words, problem))
                .findFirst()
                .orElse("");
    }

    public List<Choice> getKinds() {
        return Arrays.stream(ListKind.values())
                .map(kind -> new Choice(kind.name(), words.text("listKind." + kind), kind == draft.kind()))
                .toList();
    }

    public List<Choice> getLanguages() {
        return Stream.of("en", "es")
                .map(tag -> new Choice(tag, words.text("listLanguage." + tag), tag.equals(draft.language())))
                .toList();
    }

    public List<Choice> getReaders() {
        return ListWords.readers(words, draft.readers());
    }

    /** Schools of who asks; all together for who reaches all. */
    public List<Choice> getSites() {
        var names = lists.siteNames();
        var all = caller.required().site().isEmpty()
                ? Stream.of(new Choice(
                        ListServlet.ALL_SITES,
                        words.text("topics.allSites"),
                        draft.site().isEmpty()))
                : Stream.<Choice>empty();
        var each = lists.sitesOf(caller.required()).stream()
                .map(code -> new Choice(code, names.getOrDefault(code, code), code.equals(draft.site())));
        return Stream.concat(all, each).toList();
    }
}
