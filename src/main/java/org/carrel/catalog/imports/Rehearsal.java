package org.carrel.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.ImportQuestion;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.Site;
import org.carrel.catalog.imports.CopyPlanner.Holder;
import org.carrel.catalog.imports.CopyPlanner.Target;
import org.carrel.catalog.rules.MatchDecision;
import org.carrel.catalog.rules.MatchKey;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ImportLineStore.Line;
import org.carrel.catalog.store.ItemStore;
import org.carrel.catalog.store.PlaceStore;

/** Says what an import would do, and writes nothing. */
final class Rehearsal {
    private final BibStore bibs = new BibStore();
    private final ItemStore items = new ItemStore();
    private final PlaceStore places = new PlaceStore();
    private final FileMemory memory = new FileMemory();
    private final FileStates states = new FileStates();
    private final Map<String, Holder> barcodes = new HashMap<>();
    private final Unknowns unknowns = new Unknowns();
    private final Site site;
    private final ImportSettings settings;
    private final BarcodeNumbers numbers;
    private final Planner planner;
    private final DeletionPlanner deletions;
    private final PlannedTitles planned;

    Rehearsal(Site site, ImportSettings settings, int thisYear, PlannedTitles planned) {
        this.planned = planned;
        this.site = site;
        this.settings = settings;
        this.planner = new Planner(bibs, thisYear, 0, settings.overlay());
        this.deletions = new DeletionPlanner(site.id(), thisYear);
        this.numbers = new BarcodeNumbers(settings.barcodes(), items);
    }

    /** What a person should be asked, of the records planned so far. */
    List<ImportQuestion> questions() {
        return unknowns.questions();
    }

    /** Plans the first records of the chunk, at least one; a line for each. To be called once a record: it remembers. */
    List<Line> plan(Connection connection, List<Taken> chunk) throws SQLException {
        var titles = Taken.titles(chunk);
        var results = titles.isEmpty() ? List.<Result>of() : results(connection, titles);
        var lines = ResultLines.of(connection, items, results);
        var asked = deletions.plan(connection, Taken.deletions(chunk), memory::candidates);
        return Taken.lines(chunk, lines, asked).stream()
                .map(this::inFile)
                .map(this::twinInFile)
                .toList();
    }

    /** Ids below zero are records of the file: their place in it says more. */
    private Line inFile(Line line) {
        var match = line.match();
        if (match != null && match.bibId() != null && match.bibId() < 0) {
            var by = new Line.Match(match.key(), match.value(), match.score(), null);
            return line.inFile(memory.line(match.bibId()), by);
        }
        var bibId = line.bibId();
        if (bibId == null || bibId > 0) return line;
        return line.inFile(bibId == 0 ? null : memory.line(bibId), match);
    }

    private Line twinInFile(Line line) {
        var notice = line.notice();
        var twin = notice.twinBibId();
        if (twin == null || twin > 0) return line;
        return line.with(new Line.Notice(notice.copiesWithoutShelf(), notice.withoutCopies(), null, memory.line(twin)));
    }

    private List<Result> results(Connection connection, List<Incoming> titles) throws SQLException {
        var decisions =
                planner.decide(connection, titles).stream().map(this::withFile).toList();
        planned.tell(decisions);
        var targets = decisions.stream().map(Rehearsal::target).toList();
        var here = new Places(connection, places, site, settings, false, unknowns);
        var copies = new CopyPlanner(connection, here, items, targets, barcodes, numbers);
        var results = new ArrayList<Result>();
        for (var i = 0; i < decisions.size(); i++) {
            var target = targets.get(i);
            var again = decisions.get(i) instanceof Decision.Same same && same.again();
            var plan = again ? CopyPlanner.untouched(target) : copies.plan(target);
            results.add(Result.of(decisions.get(i), target.bibId(), plan));
        }
        return results;
    }

    /** As the decision would be had the file's earlier records been written. */
    private Decision withFile(Decision decision) {
        return switch (decision) {
            case Decision.Add add -> withFile(add);
            case Decision.Same same -> states.has(same.bibId()) ? join(same, same.bibId()) : same;
            case Decision.Overlay overlay -> {
                if (states.has(overlay.bibId())) yield join(overlay, overlay.bibId());
                states.put(overlay.bibId(), overlay.incoming().hash(), overlay.merged());
                yield overlay;
            }
        };
    }

    /** The record {@code id} was brought by this file already: nothing is taken from it any more. */
    private Decision join(Decision decision, long id) {
        var incoming = decision.incoming();
        if (states.isAgain(id, incoming.hash())) return new Decision.Same(incoming, id, true, Optional.empty());
        return states.join(id, incoming)
                ? new Decision.Overlay(incoming, id, incoming.entry().record(), decision.met())
                : new Decision.Same(incoming, id, false, decision.met());
    }

    private Decision withFile(Decision.Add add) {
        var incoming = add.incoming();
        var met = memory.meet(incoming).orElse(null);
        if (met != null && met.same()) return new Decision.Same(incoming, met.id(), true, Optional.empty());
        if (met != null && met.decision() instanceof MatchDecision.Match match) {
            var by = Optional.of(new Decision.Met(met.id(), match.key()));
            return join(
                    new Decision.Overlay(incoming, met.id(), incoming.entry().record(), by), met.id());
        }
        states.put(memory.add(incoming), incoming.hash(), incoming.entry().record());
        if (met == null) return add;
        var twin = add.twin().or(met::twin);
        return add.conflict().isEmpty()
                ? conflict(met, incoming, twin)
                : new Decision.Add(incoming, add.conflict(), add.met(), twin);
    }

    private static Decision conflict(FileMemory.Met met, Incoming incoming, Optional<Long> twin) {
        var other = met.bib().titles().main();
        if (met.decision() instanceof MatchDecision.Conflict conflict) {
            var by = new Decision.Met(met.id(), conflict.key());
            return Decision.Add.conflict(incoming, Conflicts.of(conflict, other), by, twin);
        }
        var number = incoming.bib().identifiers().controlNumber();
        var twice = !number.isEmpty() && met.bib().identifiers().controlNumber().equals(number);
        if (!twice) return Decision.Add.plain(incoming, twin);
        var by = new Decision.Met(met.id(), new MatchKey(MatchKey.Kind.CONTROL_NUMBER, number));
        return Decision.Add.conflict(incoming, Conflicts.sameControlNumber(number, other), by, twin);
    }

    private static Target target(Decision decision) {
        return switch (decision) {
            case Decision.Add add -> new Target(add.incoming(), 0, true);
            case Decision.Overlay overlay -> new Target(overlay.incoming(), overlay.bibId(), overlay.bibId() < 0);
            case Decision.Same same -> new Target(same.incoming(), same.bibId(), same.bibId() < 0);
        };
    }
}
