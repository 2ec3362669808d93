package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.catalog.CallRange;
import org.carrel.catalog.PlanPart;
import org.carrel.catalog.ShelfLocation;
import org.carrel.catalog.ShelfMap;
import org.carrel.catalog.ShelfMaps;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.security.Device;
import org.carrel.security.Devices;

/** desk/shelf-map-part.xhtml: one row, or one thing beside which rows stand. */
@Named
@RequestScoped
public class ShelfMapPartView {
    private static final int FREE_LINES = 2;

    @Inject
    HttpServletRequest request;

    @Inject
    ShelfMaps maps;

    @Inject
    Devices devices;

    @Inject
    StaffWords words;

    @Inject
    MapWords mapWords;

    private FormTexts texts = new FormTexts(Map.of());
    private Optional<ShelfMap> map = Optional.empty();
    private Optional<PlanPart> known = Optional.empty();
    private List<ShelfLocation> locations = List.of();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        map = maps.find(texts.get("site"));
        known = map.flatMap(plan -> plan.part(FormTexts.number(texts.get("part"))));
        locations = map.map(plan -> maps.locations(plan.site())).orElse(List.of());
    }

    /** A field with what is wrong about it; as the tag for text fields wants it. */
    public record Field(String id, String name, String label, String value, String problem) {}

    /** One range of call numbers. */
    public record Line(int number, Field from, Field to, List<Choice> locations, String problem) {}

    /** False when the site has no plan to draw on. */
    public boolean isThere() {
        return map.isPresent();
    }

    public String getSite() {
        return texts.get("site");
    }

    public String getSiteName() {
        return map.map(plan -> plan.site().name()).orElse("");
    }

    public long getNumber() {
        return known.map(PlanPart::id).orElse(0L);
    }

    public boolean isRow() {
        return kind() == PlanPart.Kind.ROW;
    }

    public String getTitle() {
        var key = isRow() ? "shelfMap.row" : "shelfMap.thing";
        return known.map(part -> words.text(key, mapWords.name(part))).orElseGet(() -> words.text(key + ".new"));
    }

    private PlanPart.Kind kind() {
        return texts.has("kind")
                ? texts.oneOf("kind", PlanPart.Kind.ROW)
                : known.map(PlanPart::kind).orElse(PlanPart.Kind.ROW);
    }

    /** What is no row. */
    public List<Choice> getKinds() {
        return Arrays.stream(PlanPart.Kind.values())
                .filter(each -> each != PlanPart.Kind.ROW)
                .map(each -> new Choice(each.name(), mapWords.kind(each), each == kind()))
                .toList();
    }

    public Field getLabel() {
        var label = isRow() ? "shelfMap.label" : "shelfMap.ownName";
        return field("label", label, known.map(PlanPart::label).orElse(""), mapWords.problem("label"));
    }

    public List<Field> getPlace() {
        var box = known.map(PlanPart::box);
        return List.of(
                field("x", "shelfMap.x", box.map(b -> b.x()).orElse(1), mapWords.problem("place")),
                field("y", "shelfMap.y", box.map(b -> b.y()).orElse(1), ""),
                field(
                        "width",
                        "shelfMap.across",
                        box.map(b -> b.width()).orElse(isRow() ? 6 : 2),
                        mapWords.problem("size")),
                field("depth", "shelfMap.down", box.map(b -> b.depth()).orElse(isRow() ? 1 : 2), ""));
    }

    /** What was typed comes before what is known. */
    private Field field(String name, String label, Object known, String problem) {
        var value = texts.has(name) ? texts.get(name) : String.valueOf(known);
        return new Field(name, name, words.text(label), value, problem);
    }

    /** All that are there, and some to fill in. */
    public List<Line> getLines() {
        var ranges = new ArrayList<>(
                texts.has("from.0")
                        ? PartForm.part(texts).ranges()
                        : known.map(PlanPart::ranges).orElse(List.of()));
        for (var free = 0; free < FREE_LINES; free++) ranges.add(new CallRange(0, "", ""));
        var lines = new ArrayList<Line>();
        for (var range : ranges) lines.add(line(lines.size(), range));
        return lines;
    }

    private Line line(int at, CallRange range) {
        var number = at + 1;
        var to = range.to().equals(range.from()) ? "" : range.to();
        return new Line(
                number,
                new Field(
                        "from-" + at,
                        "from." + at,
                        words.text("shelfMap.from", number),
                        range.from(),
                        mapWords.problem("from." + at)),
                new Field("to-" + at, "to." + at, words.text("shelfMap.to", number), to, mapWords.problem("to." + at)),
                locations(range.location()),
                mapWords.problem("location." + at));
    }

    private List<Choice> locations(int chosen) {
        var any = new Choice("0", words.text("shelfMap.anyLocation"), chosen == 0);
        return Stream.concat(
                        Stream.of(any),
                        locations.stream()
                                .map(each -> new Choice(String.valueOf(each.id()), each.name(), each.id() == chosen)))
                .toList();
    }

    /** The site's screens that can be "you are here". */
    public List<Choice> getScreens() {
        var chosen = texts.has("device")
                ? FormTexts.number(texts.get("device"))
                : known.map(PlanPart::device).orElse(0L);
        var any = new Choice("0", words.text("shelfMap.anyScreen"), chosen == 0);
        return Stream.concat(
                        Stream.of(any),
                        devices.list().stream()
                                .filter(Device::isGood)
                                .filter(screen -> screen.site().equals(getSiteName()))
                                .map(screen ->
                                        new Choice(String.valueOf(screen.id()), screen.name(), screen.id() == chosen)))
                .toList();
    }

    public boolean isWrong() {
        return !mapWords.problems().isEmpty();
    }
}
