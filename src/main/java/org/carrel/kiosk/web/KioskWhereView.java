package org.carrel.kiosk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.Item;
import org.carrel.catalog.PlanDrawing;
import org.carrel.catalog.PlanPart;
import org.carrel.catalog.ShelfMap;
import org.carrel.catalog.ShelfMaps;
import org.carrel.catalog.ShelfPlace;
import org.carrel.security.Device;

/** kiosk/where.xhtml: the way to one copy, on a plan and in words. */
@Named
@RequestScoped
public class KioskWhereView {
    private static final String NUMBER = "[1-9][0-9]{0,17}";

    @Inject
    HttpServletRequest request;

    @Inject
    ShelfMaps maps;

    @Inject
    Catalog catalog;

    @Inject
    Cards cards;

    @Inject
    Words words;

    @Inject
    PlanWords planWords;

    @Inject
    KioskDevice device;

    private SearchAddress from = new SearchAddress("", 1, List.of(), List.of());
    private Optional<ShelfPlace> place = Optional.empty();
    private Optional<PlanPart> here = Optional.empty();
    private String title = "";

    @PostConstruct
    void load() {
        from = SearchAddress.of(request);
        var asked = Objects.requireNonNullElse(request.getParameter("item"), "");
        if (!asked.matches(NUMBER)) return;
        place = maps.whereIs(Long.parseLong(asked));
        here = device.get().flatMap(this::mark);
        title = place.flatMap(found -> catalog.find(found.item().bibId()))
                .map(record -> cards.title(record.record().titles().main()))
                .orElse("");
    }

    /** A screen that stands at another site has no mark on this plan. */
    private Optional<PlanPart> mark(Device screen) {
        return place.flatMap(ShelfPlace::map)
                .filter(map -> map.site().code().equals(screen.siteCode()))
                .flatMap(map -> map.here(screen.id()));
    }

    /** Answers 404 when there is no such copy. */
    public void check() throws IOException {
        if (place.isPresent()) return;
        var context = FacesContext.getCurrentInstance();
        context.getExternalContext().responseSendError(404, "");
        context.responseComplete();
    }

    public String getTitle() {
        return title;
    }

    public Item getCopy() {
        return place.orElseThrow().item();
    }

    public String getCallNumber() {
        return getCopy().callNumber().text();
    }

    public ShelfState getState() {
        return ShelfState.of(List.of(getCopy()), true);
    }

    public String getRecordPath() {
        return from.recordPath(getCopy().bibId());
    }

    public SearchAddress getFrom() {
        return from;
    }

    /** The shelf location and the school, as far as they are known. */
    public String getPlaceWords() {
        return Cards.joined(List.of(getCopy().location(), getCopy().siteName()).stream());
    }

    public boolean isOnPlan() {
        return row().isPresent();
    }

    /** "Row 4, left of the desk". */
    public String getRowWords() {
        return planWords.row(map(), row().orElseThrow(), here);
    }

    /** The way from this screen, empty when nobody knows where the reader stands. */
    public String getWay() {
        return planWords.way(map(), row().orElseThrow(), here);
    }

    public String getRowLabel() {
        return row().map(PlanPart::label).orElse("");
    }

    public boolean isHereKnown() {
        return here.isPresent();
    }

    public String getPlanTitle() {
        return words.text("where.plan", map().site().name());
    }

    /** All that the plan shows, for who does not see it. */
    public String getDescription() {
        var sentences = words.text("where.description", getRowWords(), getCallNumber());
        return getWay().isEmpty() ? sentences : sentences + " " + getWay();
    }

    public PlanDrawing getDrawing() {
        var marked = new PlanDrawing.Marked(row(), getRowLabel(), here, words.text("where.here"));
        return PlanDrawing.of(withoutOtherScreens(), marked, planWords::name);
    }

    private ShelfMap withoutOtherScreens() {
        var map = map();
        var shown = map.parts().stream()
                .filter(part -> part.kind() != PlanPart.Kind.HERE
                        || here.filter(part::equals).isPresent())
                .toList();
        return new ShelfMap(map.site(), map.width(), map.depth(), shown);
    }

    private Optional<PlanPart> row() {
        return place.flatMap(ShelfPlace::row);
    }

    private ShelfMap map() {
        return place.flatMap(ShelfPlace::map).orElseThrow();
    }
}
