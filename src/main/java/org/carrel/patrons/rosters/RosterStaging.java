package org.carrel.patrons.rosters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.carrel.patrons.RosterFinding.Kind;
import org.carrel.patrons.RosterMapping;
import org.carrel.patrons.RosterRun;
import org.carrel.patrons.RosterRun.State;
import org.carrel.patrons.RosterSummary;
import org.carrel.patrons.rosters.RosterFile.Opened;
import org.carrel.patrons.rosters.RosterWork.Planned;
import org.carrel.patrons.store.RosterLineStore;
import org.carrel.patrons.store.RosterRunStore;
import org.carrel.patrons.store.RosterRunStore.NewRun;
import org.carrel.patrons.store.RosterStore;

/** Keeps a roster that was opened until somebody commits it. Joins the transaction of whoever calls. */
public final class RosterStaging {
    private final RosterStore store = new RosterStore();
    private final RosterRunStore runs = new RosterRunStore();
    private final RosterLineStore lines = new RosterLineStore();
    private final Connection connection;
    private final RosterWork work;
    private final Instant now;

    public RosterStaging(Connection connection, RosterWork work, Instant now) {
        this.connection = connection;
        this.work = work;
        this.now = now;
    }

    /** The number of the run. */
    public long stage(NewRun run, Opened opened) throws SQLException {
        return switch (opened) {
            case Opened.Refused refused -> {
                var summary = RosterSummary.refused(List.of(refused.finding()), List.of());
                yield runs.add(connection, run.as(State.REFUSED), summary, now);
            }
            case Opened.Asks asks -> {
                var summary = RosterSummary.refused(asks.findings(), asks.columns());
                var id = runs.add(connection, run.as(State.MAPPING), summary, now);
                addPieces(id, asks.copy().packed());
                yield id;
            }
            case Opened.Ready ready -> {
                try (var plan =
                        work.within(run.onlySite()).plan(connection, run.source(), ready.file(), ready.findings())) {
                    var planned = run.as(state(plan))
                            .with(plan.complete(), ready.file().mapping());
                    var id = runs.add(connection, planned, plan.summary(), now);
                    keep(id, plan, ready.file());
                    yield id;
                }
            }
        };
    }

    /** Looks a list through of which it is told now which column is which. False when it does not wait for that. */
    public boolean map(long id, RosterMapping mapping) throws SQLException {
        var source = runs.lockAsking(connection, id).orElse(0);
        if (source == 0) return false;
        var waiting = runs.find(connection, id).orElseThrow();
        var said = waiting.summary();
        var cardIsKnown = mapping.card().isEmpty() || said.columns().contains(mapping.card());
        if (!cardIsKnown || !said.columns().containsAll(mapping.columns().values())) return false;
        try (var opened = RosterFile.map(runs.pieces(connection, id), mapping)) {
            runs.removePieces(connection, id);
            if (opened instanceof Opened.Ready ready) {
                map(id, source, mapping, waiting, ready.file());
            } else if (opened instanceof Opened.Refused refused) {
                runs.mapped(connection, id, mapping, State.REFUSED);
                runs.summary(connection, id, RosterSummary.refused(List.of(refused.finding()), said.columns()));
            }
        }
        return true;
    }

    private void map(long id, int source, RosterMapping mapping, RosterRun waiting, RosterFile file)
            throws SQLException {
        try (var plan = work.within(waiting.onlySite())
                .plan(connection, source, file, waiting.summary().findings())) {
            if (!isOfOthers(plan)) store.remember(connection, source, mapping);
            runs.mapped(connection, id, mapping, state(plan));
            runs.summary(connection, id, plan.summary());
            keep(id, plan, file);
        }
    }

    private void keep(long id, Planned plan, RosterFile file) throws SQLException {
        plan.keepLines(connection, id);
        if (state(plan) == State.PLANNED) addPieces(id, file.packed());
    }

    private void addPieces(long id, InputStream packed) throws SQLException {
        try (packed) {
            runs.addPieces(connection, id, packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Then it says nothing about how lists of this source are read. */
    private static boolean isOfOthers(Planned plan) {
        return plan.summary().findings().stream().anyMatch(finding -> finding.kind() == Kind.OTHER_SCHOOLS);
    }

    private static State state(Planned plan) {
        return plan.summary().isRefused() ? State.REFUSED : State.PLANNED;
    }
}
