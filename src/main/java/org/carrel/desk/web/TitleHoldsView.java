package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.Item;
import org.carrel.circulation.HoldChange;
import org.carrel.circulation.HoldLists;
import org.carrel.circulation.HoldPlaced;
import org.carrel.circulation.HoldProblem;
import org.carrel.circulation.HoldState;
import org.carrel.circulation.OpenHold;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.search.Readers;
import org.carrel.search.SavedSearch;
import org.carrel.search.SavedSearches;
import org.carrel.search.SearchHit;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/title-holds.xhtml: who waits for a title, in order, and one more who is to wait. */
@Named
@RequestScoped
public class TitleHoldsView {
    static final String PAGE = "/desk/title-holds";
    private static final int FOUND = 20;
    private static final int MOST_WORDS = 200;

    @Inject
    HttpServletRequest request;

    @Inject
    Catalog catalog;

    @Inject
    HoldLists lists;

    @Inject
    HoldNames names;

    @Inject
    HoldWords said;

    @Inject
    SchoolReach reach;

    @Inject
    SavedSearches searches;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private Optional<CatalogRecord> record = Optional.empty();
    private List<OpenHold> queue = List.of();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        record = catalog.find(Math.max(0, FormTexts.number(texts.get("record"))));
        queue = record.map(found -> lists.queue(found.id())).orElse(List.of());
    }

    /** For an address with the number of no record. */
    public void check() throws IOException {
        if (texts.has("record") && record.isEmpty()) Pages.notFound();
    }

    public boolean isOpened() {
        return record.isPresent();
    }

    public long getRecord() {
        return record.map(CatalogRecord::id).orElse(0L);
    }

    public String getTitle() {
        return record.map(found -> found.record().titles().main()).orElseGet(() -> words.text("holds.titleHolds"));
    }

    /**
     * Somebody in the queue.
     *
     * @param row from 1
     * @param mine the pick-up site is within reach: it can be changed
     * @param setAside a copy is ready or on its way
     */
    public record Row(
            long id,
            int row,
            String who,
            String state,
            String placed,
            String pickUp,
            String site,
            boolean mine,
            boolean setAside,
            boolean suspended) {}

    public List<Row> getRows() {
        return queue.stream().map(this::row).toList();
    }

    private Row row(OpenHold hold) {
        var setAside = hold.state() == HoldState.READY || hold.state() == HoldState.ON_ITS_WAY;
        var copy = hold.onlyItem().isPresent()
                ? " · " + words.text("holds.onlyCopy", copyName(hold.onlyItem().getAsLong()))
                : "";
        return new Row(
                hold.id(),
                hold.row(),
                names.of(hold.id(), hold.patron()),
                said.state(hold) + copy,
                words.day(hold.placed()),
                hold.siteName(),
                hold.site(),
                caller.required().isOf(hold.site()),
                setAside,
                hold.state() == HoldState.SUSPENDED);
    }

    private String copyName(long item) {
        return record.stream()
                .flatMap(found -> found.items().stream())
                .filter(copy -> copy.id() == item)
                .map(copy -> copy.barcode())
                .filter(barcode -> !barcode.isEmpty())
                .findFirst()
                .orElse("#" + item);
    }

    public String getCount() {
        return words.text("holds.waiting", queue.size());
    }

    /** What staff have moved, and why. */
    public List<String> getMoves() {
        return record.map(found -> lists.moves(found.id())).orElse(List.of()).stream()
                .map(this::moved)
                .toList();
    }

    private String moved(HoldChange move) {
        var who = queue.stream()
                .filter(hold -> hold.id() == move.hold())
                .map(hold -> names.of(hold.id(), hold.patron()))
                .findFirst()
                .orElse("");
        return words.text("holds.moved", words.time(move.at()), who, move.before(), move.after(), move.reason());
    }

    /** Sites where it can be picked up: first the one where the title is, unless somebody has chosen. */
    public List<Choice> getSites() {
        var home = record.stream()
                .flatMap(found -> found.items().stream())
                .map(Item::siteCode)
                .findFirst();
        return sitesFrom(texts.has("pickUp") ? texts.get("pickUp") : home.orElse(""));
    }

    /** The same with this one chosen. @param code of a site */
    public List<Choice> sitesFrom(String code) {
        return reach.all().stream()
                .map(site -> new Choice(site.code(), site.name(), site.code().equalsIgnoreCase(code)))
                .toList();
    }

    /** Any copy, or one of them. */
    public List<Choice> getCopies() {
        var chosen = FormTexts.number(texts.get("copy"));
        var any = new Choice("0", words.text("holds.anyCopy"), false);
        return Stream.concat(
                        Stream.of(any),
                        record.stream()
                                .flatMap(found -> found.items().stream())
                                .map(copy -> new Choice(
                                        String.valueOf(copy.id()),
                                        Stream.of(copy.volume(), copy.barcode(), copy.siteName())
                                                .filter(text -> !text.isEmpty())
                                                .reduce((one, other) -> one + " · " + other)
                                                .orElse(""),
                                        copy.id() == chosen)))
                .toList();
    }

    private Optional<HoldPlaced.Refused> refused() {
        return request.getAttribute(TitleHoldServlet.ANSWER) instanceof HoldPlaced.Refused refused
                ? Optional.of(refused)
                : Optional.empty();
    }

    /** Why the hold was not placed. */
    public List<String> getProblems() {
        return refused().stream()
                .flatMap(refused -> refused.problems().stream().sorted())
                .map(said::problem)
                .toList();
    }

    /** What was scanned belongs to nobody, or to several. */
    public String getCardProblem() {
        var why = request.getAttribute(TitleHoldServlet.ANSWER);
        return why instanceof TitleHoldServlet.CardProblem problem ? words.text("holds.card." + problem) : "";
    }

    /** All that stands against it can be lifted by who looks. */
    public boolean isLiftable() {
        return isMayOverride()
                && refused()
                        .filter(refused -> refused.problems().stream().allMatch(HoldProblem::isOverridable))
                        .isPresent();
    }

    public boolean isMayOverride() {
        return caller.may(Operation.OVERRIDE_LOAN);
    }

    /** The names of what would be lifted. */
    public String getLifted() {
        return refused().stream()
                .flatMap(refused -> refused.problems().stream())
                .map(HoldProblem::name)
                .sorted()
                .reduce((one, other) -> one + "," + other)
                .orElse("");
    }

    public String getCard() {
        return texts.get("card");
    }

    public String getQuantity() {
        return texts.get("quantity").isEmpty() ? "1" : texts.get("quantity");
    }

    public String getDone() {
        var position = FormTexts.integer(texts.get("position"));
        if (texts.get("done").equals("place") && position > 0) return words.text("holds.done.placed", position);
        return said.done(texts.get("done"));
    }

    public boolean isDoneWell() {
        return said.isWell(texts.get("done"));
    }

    /** A new one for each form: the same form sent twice is one act. */
    public String getRequestId() {
        return UUID.randomUUID().toString();
    }

    public int getLastRow() {
        return queue.size();
    }

    /** The words by which a title was looked for. */
    public String getTyped() {
        var text = texts.get("q").strip();
        return text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) : text;
    }

    /** A title that was found. */
    public record Result(long id, String title, String author, String facts, String count) {}

    public List<Result> getFound() {
        if (getTyped().isEmpty()) return List.of();
        var edition = new EditionWords(words.language());
        return searches.of(SavedSearch.ofWords(getTyped()), Readers.ALL, FOUND).hits().stream()
                .flatMap(hit -> Stream.concat(Stream.of(hit), hit.editions().stream()))
                .map(hit -> result(hit, edition))
                .toList();
    }

    private Result result(SearchHit hit, EditionWords edition) {
        var waiting = lists.queue(hit.id()).size();
        var count = waiting == 0 ? "" : words.text("holds.waiting", waiting);
        return new Result(hit.id(), hit.title(), hit.author(), edition.of(hit), count);
    }
}
