package org.carrel.kiosk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.Item;
import org.carrel.catalog.Items;
import org.carrel.kiosk.web.RecordFacts.Fact;
import org.carrel.lists.Covers;
import org.carrel.search.RelatedBooks;

/** kiosk/record.xhtml: one record, its copies and where they stand. */
@Named
@RequestScoped
public class KioskRecordView {
    /** On each side. */
    private static final int BESIDE = 4;

    private static final int ALIKE = 6;

    /** Set by {@link Routes}: the number in {@code /records/12}. */
    static final String ID = "org.carrel.kiosk.record";

    @Inject
    HttpServletRequest request;

    @Inject
    Catalog catalog;

    @Inject
    Items items;

    @Inject
    Cards cards;

    @Inject
    Words words;

    @Inject
    ShownPlaces shown;

    @Inject
    RelatedBooks related;

    @Inject
    Covers covers;

    @Inject
    KioskDevice device;

    private SearchAddress from = new SearchAddress("", 1, List.of(), List.of());
    private Optional<CatalogRecord> found = Optional.empty();
    private List<Neighbour> neighbours = List.of();
    private List<EditionLine> editions = List.of();
    private List<Card> alike = List.of();
    private String picture = "";

    @PostConstruct
    void load() {
        from = SearchAddress.of(request);
        if (!(request.getAttribute(ID) instanceof Long id)) return;
        found = catalog.find(id);
        if (found.isEmpty()) return;
        neighbours = neighbours(id);
        picture = covers.paths(List.of(id), Covers.Size.LARGE).getOrDefault(id, "");
        editions = cards.editions(related.otherEditions(id), from);
        alike = cards.of(related.like(found.get(), device.readers(), ALIKE), from);
    }

    /** Answers 404 when there is no such record. */
    public void check() throws IOException {
        if (found.isPresent()) return;
        var context = FacesContext.getCurrentInstance();
        context.getExternalContext().responseSendError(404, "");
        context.responseComplete();
    }

    public String getTitle() {
        return cards.title(record().titles().main());
    }

    public String getTitleLanguage() {
        return cards.titleLanguage(record().languages());
    }

    /** As printed on the title page, else the name in catalog form. */
    public String getBy() {
        var printed = record().titles().responsibility();
        return printed.isEmpty() ? record().names().main() : printed;
    }

    public List<String> getOtherScripts() {
        return record().titles().parallel();
    }

    public String getSummary() {
        return record().notes().summary();
    }

    public List<Fact> getFacts() {
        return RecordFacts.of(record(), words);
    }

    public List<Item> getCopies() {
        return catalogRecord().items();
    }

    public boolean isSeveralSites() {
        return getCopies().stream().map(Item::siteCode).distinct().count() > 1;
    }

    public ShelfState stateOf(Item copy) {
        return ShelfState.of(List.of(copy), true);
    }

    /** Of the plan that shows this copy, empty when none does. */
    public String wherePath(Item copy) {
        return shown.shows(copy) ? from.wherePath(copy.id()) : "";
    }

    public ShelfState getState() {
        return ShelfState.of(getCopies(), true);
    }

    public String getAvailability() {
        return cards.availability(getCopies(), true);
    }

    public CoverBand getBand() {
        return CoverBand.of(classNumber());
    }

    /** Of its cover, after the context path; empty: it is drawn. */
    public String getPicture() {
        return picture;
    }

    public String getCoverName() {
        return record().names().main().replaceAll(",.*", "");
    }

    /** The other editions of the same work. */
    public List<EditionLine> getEditions() {
        return editions;
    }

    /** Books like this one, for the readers of this screen. */
    public List<Card> getAlike() {
        return alike;
    }

    /** What stands beside it on the shelf, in shelf order with itself; empty when nothing does. */
    public List<Neighbour> getNeighbours() {
        return neighbours;
    }

    private List<Neighbour> neighbours(long id) {
        var beside = items.beside(id, BESIDE);
        if (beside.before().isEmpty() && beside.after().isEmpty()) return List.of();
        var ids = Stream.of(beside.before(), List.of(id), beside.after())
                .flatMap(List::stream)
                .distinct()
                .toList();
        var pictures = cards.pictures(ids);
        return catalog.records(ids).stream()
                .map(record -> neighbour(record, pictures.getOrDefault(record.id(), ""), record.id() == id))
                .toList();
    }

    private Neighbour neighbour(CatalogRecord record, String cover, boolean here) {
        return new Neighbour(
                "/records/" + record.id(),
                cards.title(record.record().titles().main()),
                cards.titleLanguage(record.record().languages()),
                record.record().names().main().replaceAll(",.*", ""),
                CoverBand.of(classNumber(record)),
                cover,
                here);
    }

    /**
     * A book on the shelf.
     *
     * @param picture of its cover, after the context path; empty: it is drawn
     * @param here it is the one that the page is about
     */
    public record Neighbour(
            String path,
            String title,
            String titleLanguage,
            String coverName,
            CoverBand band,
            String picture,
            boolean here) {}

    /** The results from which this page was opened; everything when it was opened by its own address. */
    public SearchAddress getFrom() {
        return from;
    }

    public boolean isFromResults() {
        return !from.everything();
    }

    private String classNumber() {
        return classNumber(catalogRecord());
    }

    private static String classNumber(CatalogRecord record) {
        return record.items().stream()
                .map(item -> item.callNumber().classNumber())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .or(() -> record.record().classNumbers().stream().findFirst())
                .orElse("");
    }

    private BibRecord record() {
        return catalogRecord().record();
    }

    private CatalogRecord catalogRecord() {
        return found.orElseThrow();
    }
}
