package org.carrel.catalog;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.catalog.MapChange.Done;
import org.carrel.catalog.MapChange.Gone;
import org.carrel.catalog.MapChange.Refused;
import org.carrel.catalog.rules.CoverageCount;
import org.carrel.catalog.rules.PlanCheck;
import org.carrel.catalog.rules.PlanCopy;
import org.carrel.catalog.rules.Shelving;
import org.carrel.catalog.store.ItemStore;
import org.carrel.catalog.store.PlaceStore;
import org.carrel.catalog.store.ShelfMapStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Floor plans of the sites: which call numbers stand in which row, and where the rows are. */
@Door
public class ShelfMaps {
    private static final int COPIES_AT_ONCE = 5_000;

    private final Database database;
    private final Clock clock;
    private final ShelfMapStore maps = new ShelfMapStore();
    private final ItemStore items = new ItemStore();

    @Inject
    public ShelfMaps(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a change of a plan asks for: the answer, by the plan as it is while nobody else changes it. */
    private interface Change {
        MapChange on(Connection connection, ShelfMap map) throws SQLException;
    }

    /** The plan of a site; empty when none was drawn. */
    public Optional<ShelfMap> find(String siteCode) {
        return database.read(connection -> maps.find(connection, siteCode));
    }

    /** Codes of the sites that can show where something stands. */
    public Set<String> sitesWithRows() {
        return database.read(connection -> Set.copyOf(maps.findSitesWithRows(connection)));
    }

    public List<ShelfLocation> locations(Site site) {
        return database.read(connection -> maps.findLocations(connection, site.id()));
    }

    /** Begins the plan of a site, or gives its room another size, in squares. */
    public MapChange saveRoom(String siteCode, int width, int depth) {
        return database.transaction(connection -> {
            var site = new PlaceStore().findSite(connection, siteCode);
            if (site.isEmpty()) return new Gone();
            var before = maps.findForUpdate(connection, siteCode);
            var parts = before.map(ShelfMap::parts).orElse(List.of());
            var problems = PlanCheck.room(new ShelfMap(site.get(), width, depth, parts));
            if (!problems.isEmpty()) return new Refused(problems);
            maps.saveRoom(connection, site.get().id(), width, depth);
            return new Done(0);
        });
    }

    /** Adds a part whose number is 0, or changes the one of this number. */
    public MapChange save(String siteCode, PlanPart part) {
        return change(siteCode, (connection, map) -> {
            var known = part.id() == 0 || map.part(part.id()).isPresent();
            return known ? save(connection, map, part) : new Gone();
        });
    }

    /** A part like this one beside it, without its call numbers. */
    public MapChange copy(String siteCode, long id) {
        return change(siteCode, id, (connection, map, part) -> {
            var copy = PlanCopy.of(map, part);
            return copy.isPresent()
                    ? save(connection, map, copy.get())
                    : new Refused(List.of(MapProblem.of("place", MapProblem.Kind.FULL)));
        });
    }

    public MapChange move(String siteCode, long id, PlanStep step) {
        return change(siteCode, id, (connection, map, part) -> save(connection, map, part.at(step.of(part.box()))));
    }

    /** Takes a part away. It can be put back until the next one is taken away. */
    public MapChange remove(String siteCode, long id) {
        return change(siteCode, id, (connection, map, part) -> {
            maps.remove(connection, map.site().id(), id, clock.instant());
            return new Done(id);
        });
    }

    /** Refused when something else stands there now, or has its label or its call numbers. */
    public MapChange putBack(String siteCode, long id) {
        return change(siteCode, (connection, map) -> {
            var removed = maps.findRemoved(connection, map.site().id(), id);
            if (removed.isEmpty()) return new Gone();
            var problems = problems(connection, map, removed.get());
            if (!problems.isEmpty()) return new Refused(problems);
            maps.putBack(connection, map.site().id(), id);
            return new Done(id);
        });
    }

    /** What was taken away last, as long as it can be put back. */
    public Optional<PlanPart> removed(Site site, long id) {
        return database.read(connection -> maps.findRemoved(connection, site.id(), id));
    }

    /** Where a copy is to be looked for; empty when there is no such copy, or it was withdrawn. */
    public Optional<ShelfPlace> whereIs(long itemId) {
        return database.read(connection -> {
            var item = items.find(connection, itemId);
            var copy = maps.findCopy(connection, itemId);
            if (item.isEmpty() || copy.isEmpty()) return Optional.empty();
            var map = maps.find(connection, item.get().siteCode());
            var row = map.flatMap(plan -> new Shelving(plan.parts())
                    .rowOf(copy.get().location(), copy.get().shelfKey()));
            return Optional.of(new ShelfPlace(item.get(), map, row));
        });
    }

    /** How far the plan shows what the site has. Reads all of its copies, some thousands at a time. */
    public ShelfCoverage coverage(ShelfMap map) {
        var count = new CoverageCount(map.parts());
        var key = "";
        for (var id = 0L; ; ) {
            var afterKey = key;
            var afterId = id;
            var copies = database.read(
                    connection -> maps.findCopiesAfter(connection, map.site().id(), afterKey, afterId, COPIES_AT_ONCE));
            copies.forEach(count::add);
            if (copies.size() < COPIES_AT_ONCE) return count.result();
            key = copies.getLast().shelfKey();
            id = copies.getLast().id();
        }
    }

    private MapChange save(Connection connection, ShelfMap map, PlanPart part) throws SQLException {
        var problems = problems(connection, map, part);
        if (!problems.isEmpty()) return new Refused(problems);
        return new Done(maps.save(connection, map.site().id(), part));
    }

    private List<MapProblem> problems(Connection connection, ShelfMap map, PlanPart part) throws SQLException {
        var locations = maps.findLocations(connection, map.site().id()).stream()
                .map(ShelfLocation::id)
                .collect(Collectors.toSet());
        return PlanCheck.problems(map, part, locations);
    }

    private MapChange change(String siteCode, Change change) {
        return database.transaction(connection -> {
            var map = maps.findForUpdate(connection, siteCode);
            return map.isPresent() ? change.on(connection, map.get()) : new Gone();
        });
    }

    /** A change of one part that is there. */
    private interface PartChange {
        MapChange on(Connection connection, ShelfMap map, PlanPart part) throws SQLException;
    }

    private MapChange change(String siteCode, long id, PartChange change) {
        return change(siteCode, (connection, map) -> {
            var part = map.part(id);
            return part.isPresent() ? change.on(connection, map, part.get()) : new Gone();
        });
    }
}
