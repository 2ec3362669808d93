package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.PlanDrawing;
import org.carrel.catalog.PlanPart;
import org.carrel.catalog.PlanStep;
import org.carrel.catalog.ShelfCoverage;
import org.carrel.catalog.ShelfLocation;
import org.carrel.catalog.ShelfMap;
import org.carrel.catalog.ShelfMaps;
import org.carrel.catalog.Site;
import org.carrel.desk.web.DevicesView.Choice;

/** desk/shelf-map.xhtml: the floor plan of a site, and what it does not show yet. */
@Named
@RequestScoped
public class ShelfMapView {
    private static final int NEW_WIDTH = 20;
    private static final int NEW_DEPTH = 14;

    @Inject
    HttpServletRequest request;

    @Inject
    ShelfMaps maps;

    @Inject
    MarcImports imports;

    @Inject
    StaffWords words;

    @Inject
    MapWords mapWords;

    private FormTexts texts = new FormTexts(Map.of());
    private List<Site> sites = List.of();
    private Optional<Site> site = Optional.empty();
    private Optional<ShelfMap> map = Optional.empty();
    private Map<Integer, String> locations = Map.of();
    private Optional<PlanPart> removed = Optional.empty();
    private ShelfCoverage coverage = new ShelfCoverage(Map.of(), List.of());

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        sites = imports.sites();
        site = sites.stream()
                .filter(each -> each.code().equalsIgnoreCase(texts.get("site")))
                .findFirst()
                .or(() -> sites.stream().findFirst());
        map = site.flatMap(each -> maps.find(each.code()));
        map.ifPresent(this::read);
    }

    private void read(ShelfMap plan) {
        if (texts.get("done").equals("remove"))
            removed = maps.removed(plan.site(), FormTexts.number(texts.get("part")));
        coverage = maps.coverage(plan);
        locations =
                maps.locations(plan.site()).stream().collect(Collectors.toMap(ShelfLocation::id, ShelfLocation::name));
    }

    /**
     * A part in the list.
     *
     * @param holds its call numbers, or what it is
     * @param note of a row: how many copies stand there
     */
    public record Row(long number, String name, String holds, String note) {}

    /** @param path of the form that would draw a row for them; empty when they have no call number */
    public record MissingRow(int number, String name, String location, String copies, String path) {}

    /** A button that moves a part; {@code sign} is for eyes, {@code name} for ears. */
    public record Step(String value, String sign, String name) {}

    public boolean isAnySite() {
        return site.isPresent();
    }

    public List<Choice> getSites() {
        return sites.stream()
                .map(each -> new Choice(
                        each.code(), each.name(), site.filter(each::equals).isPresent()))
                .toList();
    }

    public String getSite() {
        return site.map(Site::code).orElse("");
    }

    public String getSiteName() {
        return site.map(Site::name).orElse("");
    }

    public boolean isDrawn() {
        return map.isPresent();
    }

    public PlanDrawing getDrawing() {
        return PlanDrawing.of(map.orElseThrow(), PlanDrawing.Marked.NOTHING, mapWords::name);
    }

    public List<Row> getRows() {
        return map.map(ShelfMap::parts).orElse(List.of()).stream()
                .map(this::row)
                .toList();
    }

    private Row row(PlanPart part) {
        if (!part.isRow()) {
            var kind = part.label().isEmpty() ? "" : mapWords.kind(part.kind());
            return new Row(part.id(), mapWords.name(part), kind, "");
        }
        var holds = part.ranges().stream()
                .map(range -> range.text()
                        + (range.location() == 0 ? "" : " (" + locations.getOrDefault(range.location(), "") + ")"))
                .collect(Collectors.joining(", "));
        return new Row(
                part.id(),
                part.label(),
                holds.isEmpty() ? words.text("shelfMap.emptyRow") : holds,
                words.text("shelfMap.copies", coverage.copies().getOrDefault(part.id(), 0)));
    }

    public List<Step> getSteps() {
        var signs = Map.of(
                PlanStep.LEFT, "←", PlanStep.RIGHT, "→", PlanStep.UP, "↑", PlanStep.DOWN, "↓", PlanStep.TURN, "⟳");
        return Arrays.stream(PlanStep.values())
                .map(step -> new Step(step.name(), signs.getOrDefault(step, ""), words.text("planStep." + step)))
                .toList();
    }

    public List<MissingRow> getMissing() {
        var missing = coverage.missing();
        return IntStream.range(0, missing.size())
                .mapToObj(at -> missingRow(at + 1, missing.get(at)))
                .toList();
    }

    private MissingRow missingRow(int number, ShelfCoverage.Missing group) {
        var name = group.name().isEmpty() ? words.text("shelfMap.noCallNumber") : group.name();
        var path = group.name().isEmpty()
                ? ""
                : "/desk/shelf-map-part?kind=ROW&site=" + encoded(getSite()) + "&location.0=" + group.location()
                        + "&from.0=" + encoded(group.from()) + "&to.0=" + encoded(group.to());
        return new MissingRow(number, name, group.locationName(), words.number(group.copies()), path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String getMissingCount() {
        return words.text("shelfMap.missingCount", coverage.missingCopies());
    }

    public String getWidth() {
        return typed("width", map.map(ShelfMap::width).orElse(NEW_WIDTH));
    }

    public String getDepth() {
        return typed("depth", map.map(ShelfMap::depth).orElse(NEW_DEPTH));
    }

    private String typed(String name, int known) {
        return getRoomProblem().isEmpty() ? String.valueOf(known) : texts.get(name);
    }

    public String getRoomProblem() {
        return texts.get("do").equals("room") ? mapWords.problem("size") : "";
    }

    /** Why a button did nothing; empty when it did. */
    public List<String> getProblems() {
        return texts.get("do").equals("room")
                ? List.of()
                : mapWords.problems().stream().map(mapWords::text).distinct().toList();
    }

    public boolean isDone() {
        return List.of("save", "copy", "move", "room", "put-back").contains(texts.get("done"));
    }

    public boolean isGone() {
        return texts.get("done").equals("gone");
    }

    /** Whether the last press took away a part that can be put back. */
    public boolean isUndoable() {
        return removed.isPresent();
    }

    public String getRemovedText() {
        return words.text("shelfMap.removed", removed.map(mapWords::name).orElse(""));
    }

    public long getRemovedNumber() {
        return removed.map(PlanPart::id).orElse(0L);
    }
}
