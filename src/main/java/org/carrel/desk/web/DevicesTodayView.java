package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.DayCounts;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.DevicesToday;
import org.carrel.devices.TodayTile;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/devices-today.xhtml: what a technician wants to know in the morning; every number leads to its list. */
@Named
@RequestScoped
public class DevicesTodayView {
    private static final List<TodayTile> FIRST = List.of(
            TodayTile.OUT,
            TodayTile.DUE_TODAY,
            TodayTile.OVERDUE,
            TodayTile.LOANER_LEFT,
            TodayTile.AT_REPAIR,
            TodayTile.NEEDS_CHECK,
            TodayTile.CART_SHORT,
            TodayTile.MISSING,
            TodayTile.SUPPORT_SOON,
            TodayTile.SUPPORT_ENDED);
    private static final List<TodayTile> WHERE = List.of(
            TodayTile.IN_STOCK,
            TodayTile.OUT,
            TodayTile.ASSIGNED,
            TodayTile.IN_CONTAINER,
            TodayTile.AT_REPAIR,
            TodayTile.IN_TRANSIT);
    private static final List<TodayTile> AGES =
            List.of(TodayTile.REPAIR_WEEK, TodayTile.REPAIR_MONTH, TodayTile.REPAIR_LONGER);

    @Inject
    HttpServletRequest request;

    @Inject
    DevicesToday today;

    @Inject
    DeviceInventory inventory;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<String> site = Optional.empty();
    private DayCounts counts = new DayCounts(new EnumMap<>(TodayTile.class), 0, 0, 0, Map.of());

    @PostConstruct
    void load() {
        var asked = FormTexts.of(request).get("site").strip();
        var by = caller.required();
        site = by.site().or(() -> inventory.sites(by).stream()
                .map(one -> one.code())
                .filter(code -> code.equalsIgnoreCase(asked))
                .findFirst());
        counts = today.counts(site, by);
    }

    /** A number that leads to its list. @param alarm whether somebody has to do something */
    public record Tile(String id, String name, String number, String path, boolean alarm) {}

    public List<Tile> getTiles() {
        var tiles = new ArrayList<>(FIRST.stream().map(this::tile).toList());
        var tasks = new StringBuilder("/desk/upkeep?when=DUE");
        site.ifPresent(code -> InventoryAddress.add(tasks, "site", code));
        tiles.add(new Tile(
                "tasks",
                words.text("today.tasks"),
                words.number(counts.tasks()),
                tasks.toString(),
                counts.tasks() > 0));
        if (caller.may(Operation.IMPORT_DEVICES))
            tiles.add(new Tile(
                    "discrepancies",
                    words.text("today.discrepancies"),
                    words.number(counts.discrepancies()),
                    "/desk/discrepancies",
                    counts.discrepancies() > 0));
        tiles.add(new Tile("audits", words.text("today.audits"), words.number(counts.audits()), "/desk/audits", false));
        return tiles;
    }

    private Tile tile(TodayTile tile) {
        var alarm =
                switch (tile) {
                    case OVERDUE, CART_SHORT, MISSING, SUPPORT_ENDED, REPAIR_LONGER -> counts.of(tile) > 0;
                    default -> false;
                };
        return new Tile(tile.name(), words.text("todayTile." + tile), words.number(counts.of(tile)), path(tile), alarm);
    }

    private String path(TodayTile tile) {
        return InventoryAddress.of(InventoryAddress.LIST, tile.search(site));
    }

    /**
     * A bar of a chart and the line of its table.
     *
     * @param y where it begins, {@code width} how long it is, in units of the drawing
     * @param path of its list; empty for none
     */
    public record Bar(String name, String number, int y, int width, String path) {}

    private static final int STEP = 42;
    private static final int LONGEST = 400;

    /** A chart. @param height of the drawing */
    public record Chart(String id, String title, List<Bar> bars, int height) {}

    public List<Chart> getCharts() {
        var support = new ArrayList<Named>();
        counts.supportEnds().forEach((year, devices) -> support.add(new Named(String.valueOf(year), devices, "")));
        return Stream.of(
                        chart("where", WHERE.stream().map(this::named).toList()),
                        chart("repair", AGES.stream().map(this::named).toList()),
                        chart("support", support))
                .filter(chart -> !chart.bars().isEmpty())
                .toList();
    }

    private record Named(String name, long number, String path) {}

    private Named named(TodayTile tile) {
        return new Named(words.text("todayTile." + tile), counts.of(tile), path(tile));
    }

    private Chart chart(String id, List<Named> all) {
        var most = Math.max(1, all.stream().mapToLong(Named::number).max().orElse(1));
        var bars = new ArrayList<Bar>();
        for (var one : all) {
            var width = (int) (one.number() * LONGEST / most);
            bars.add(new Bar(
                    one.name(),
                    words.number(one.number()),
                    bars.size() * STEP,
                    one.number() > 0 ? Math.max(2, width) : 0,
                    one.path()));
        }
        return new Chart(id, words.text("today.chart." + id), bars, Math.max(STEP, bars.size() * STEP));
    }

    /** Empty for who works at one school only. */
    public List<Choice> getSites() {
        if (caller.required().site().isPresent()) return List.of();
        var each = inventory.sites(caller.required()).stream()
                .map(one -> new Choice(
                        one.code(), one.name(), site.filter(one.code()::equals).isPresent()));
        return Stream.concat(Stream.of(new DeviceWords(words).all()), each).toList();
    }
}
