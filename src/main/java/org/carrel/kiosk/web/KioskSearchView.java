package org.carrel.kiosk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.search.CatalogSearch;
import org.carrel.search.Choices.Order;
import org.carrel.search.Facet;
import org.carrel.search.SearchPage;
import org.carrel.search.SearchPage.Understood;
import org.jspecify.annotations.Nullable;

/** kiosk/search.xhtml: what was found, and ways on from there. The address says all there is to know. */
@Named
@RequestScoped
public class KioskSearchView {
    @Inject
    HttpServletRequest request;

    @Inject
    CatalogSearch search;

    @Inject
    Cards cards;

    @Inject
    Words words;

    @Inject
    KioskDevice device;

    @Inject
    Topics topics;

    private SearchAddress address = new SearchAddress("", 1, List.of(), List.of());

    @Nullable private SearchPage found;

    // The page asks for these again and again.
    private String heading = "";
    private List<Card> hits = List.of();
    private List<FacetBox> facets = List.of();
    private List<FacetBox> levels = List.of();

    @PostConstruct
    void load() {
        address = SearchAddress.of(request);
        found = search.find(address.request(device.readers()));
        heading = heading();
        hits = cards.of(page().hits(), address);
        facets = Stream.concat(Stream.of(kinds(), languages()), boxes(false)).toList();
        levels = boxes(true).toList();
    }

    /** How many, and of what. */
    public String getHeading() {
        return heading;
    }

    private String heading() {
        if (page().total() == 0) return getTyped().isEmpty() ? words.text("results.nothing") : nothingFor();
        if (page().as() != Understood.EVERYTHING) return words.text("results.count", page().total(), page().searched());
        if (!isNarrowed()) return words.text("results.countAll", page().total());
        return words.text("results.countSome", page().total(), chosen());
    }

    /** How the text was understood, when it was no plain words; empty otherwise. */
    public String getNote() {
        var newest =
                address.choices().order() == Order.BEST || address.choices().order() == Order.NEWEST;
        if (page().as() == Understood.EVERYTHING && (page().total() == 0 || !newest)) return "";
        return switch (page().as()) {
            case WORDS -> correction();
            case EVERYTHING, BARCODE, ISBN, CALL_NUMBER, LEVEL, NARROWED -> words.text("results.as." + page().as());
        };
    }

    /** The search for the very words that were typed; empty when that is what is shown. */
    public String getLiteralPath() {
        return isCorrected() ? address.literally().path() : "";
    }

    public String getLiteralText() {
        return words.text("results.literal", getTyped());
    }

    private boolean isCorrected() {
        return !page().searched().equals(getTyped());
    }

    public List<Card> getCards() {
        return hits;
    }

    private FacetBox kinds() {
        var values = Narrowing.of(
                page().kinds(),
                address.kinds().stream().map(Kind::name).toList(),
                kind -> words.kind(Kind.valueOf(kind)),
                kind -> address.toggled(Kind.valueOf(kind)));
        return new FacetBox("kind", words.text("narrow.kind"), values);
    }

    private FacetBox languages() {
        var values = Narrowing.of(page().languages(), address.languages(), words::languageName, address::toggled);
        return new FacetBox("lang", words.text("narrow.language"), values);
    }

    /** The number of the first hit on this page, from 1 over all pages. */
    public int getFirstNumber() {
        return (address.page() - 1) * SearchAddress.PAGE_SIZE + 1;
    }

    public Pager getPager() {
        return new Pager(address, page().pages());
    }

    /** "Page 2 of 5", for the title and the screen reader. */
    public String getPosition() {
        return words.text("results.position", page().page(), page().pages());
    }

    public boolean isNothingFound() {
        return page().total() == 0;
    }

    /** True for an address with a page number that this answer never had or has no more. */
    public boolean isPastTheEnd() {
        return !isNothingFound() && page().hits().isEmpty();
    }

    public boolean isNarrowed() {
        return address.narrowed();
    }

    /** The ways to narrow, by kind and language first, then those that would change something. */
    public List<FacetBox> getFacets() {
        return facets;
    }

    /** Reading levels, for who asks to see them. */
    public List<FacetBox> getLevels() {
        return levels;
    }

    /** Whether the list is narrowed by a reading level, so that it can be taken away where it was chosen. */
    public boolean isLevelsOpen() {
        return Arrays.stream(Facet.values())
                .anyMatch(
                        facet -> facet.isLevel() && !address.choices().of(facet).isEmpty());
    }

    private Stream<FacetBox> boxes(boolean levels) {
        return Arrays.stream(Facet.values())
                .filter(facet -> facet.isLevel() == levels)
                .map(facet -> FacetBox.of(facet, page(), address, words))
                .filter(box -> !box.values().isEmpty());
    }

    /** The orders of the list. */
    public List<Ordering> getOrders() {
        return Arrays.stream(Order.values())
                .map(order -> new Ordering(
                        SearchAddress.name(order),
                        words.text("order." + order),
                        address.choices().order() == order,
                        address.ordered(order).path()))
                .toList();
    }

    /** A link to the list in another order. */
    public record Ordering(String name, String label, boolean chosen, String path) {}

    /** What was chosen, to be taken out again by a tap. */
    public List<Narrowing> getChosen() {
        return Stream.concat(getFacets().stream(), getLevels().stream())
                .flatMap(box -> box.values().stream())
                .filter(Narrowing::chosen)
                .toList();
    }

    public boolean isLimited() {
        return page().limited();
    }

    public String getWidened() {
        return address.widened().path();
    }

    public String getFirstPage() {
        return address.onPage(1).path();
    }

    public SearchAddress getAddress() {
        return address;
    }

    public String getTyped() {
        return address.text();
    }

    public List<Topic> getTopics() {
        return topics.tiles();
    }

    private String nothingFor() {
        return words.text("results.nothingFor", getTyped());
    }

    private String correction() {
        return !isCorrected() ? "" : words.text("results.typed", getTyped());
    }

    /** "Graphic novel, Spanish": what the results are narrowed to. */
    private String chosen() {
        var ofKind = address.kinds().stream().map(words::kind);
        var inLanguage = address.languages().stream().map(words::languageName);
        var others = Arrays.stream(Facet.values()).flatMap(facet -> address.choices().of(facet).stream()
                .map(value -> FacetBox.label(facet, value, words)));
        return Stream.of(ofKind, inLanguage, others).flatMap(part -> part).collect(Collectors.joining(", "));
    }

    private SearchPage page() {
        if (found == null) throw new IllegalStateException("Searched before it was loaded");
        return found;
    }
}
