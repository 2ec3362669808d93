package org.carrel.patrons.rosters;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterLimits;
import org.carrel.patrons.RosterSchool;
import org.carrel.patrons.RosterSummary;
import org.carrel.patrons.rosters.Roster.Part;
import org.carrel.patrons.store.RosterKnownStore;
import org.carrel.patrons.store.RosterStore;

/** A roster between its file and the tables: compared with them. Joins the transaction of whoever calls. */
public final class RosterWork {
    private final RosterStore store = new RosterStore();
    private final RosterKnownStore known = new RosterKnownStore();
    private final LocalDate today;
    private final Instant now;
    private final RosterLimits limits;
    private final Optional<String> onlySite;

    public RosterWork(LocalDate today, Instant now, RosterLimits limits) {
        this(today, now, limits, Optional.empty());
    }

    private RosterWork(LocalDate today, Instant now, RosterLimits limits, Optional<String> onlySite) {
        this.today = today;
        this.now = now;
        this.limits = limits;
        this.onlySite = onlySite;
    }

    /** The same for who reaches one site only: a roster with anybody else in it is refused. @param site code; empty: all */
    public RosterWork within(Optional<String> site) {
        return new RosterWork(today, now, limits, site);
    }

    /** A plan that can be written; to be closed. */
    public static final class Planned implements AutoCloseable {
        private final RosterSummary summary;
        private final boolean complete;
        private final PlanSpool spool;
        private final RosterWriting writing;

        private Planned(RosterSummary summary, boolean complete, PlanSpool spool, RosterWriting writing) {
            this.summary = summary;
            this.complete = complete;
            this.spool = spool;
            this.writing = writing;
        }

        public RosterSummary summary() {
            return summary;
        }

        /** Whether the roster has everybody. */
        public boolean complete() {
            return complete;
        }

        /** Writes the lines of a run anew. */
        public void keepLines(Connection connection, long run) throws SQLException {
            writing.keepLines(connection, run);
        }

        /** Writes everything, and keeps what is needed to take it back; the lines of the run are there already. */
        public void write(Connection connection, long run) throws SQLException {
            if (summary.isRefused()) throw new IllegalStateException("Refused: run " + run);
            writing.write(connection, run);
        }

        @Override
        public void close() {
            spool.close();
        }
    }

    /** @param findings about the file, said before */
    public Planned plan(Connection connection, int source, RosterFile file, List<RosterFinding> findings)
            throws SQLException {
        var roster = file.roster();
        var complete = roster.ofUsers() == Part.COMPLETE;
        if (onlySite.isPresent() && known.countElsewhere(connection, source, onlySite.get()) > 0)
            return ofOthers(findings, source, complete);
        for (var school : roster.schools()) {
            store.addSchool(
                    connection,
                    source,
                    new RosterSchool(school.sourcedId(), school.name(), ""),
                    school.identifier(),
                    school.kind());
        }
        var spool = new PlanSpool();
        var whole = false;
        try {
            var reach = new SiteReach(spool, onlySite.orElse(""));
            var sink = onlySite.isPresent() ? reach : spool;
            var plan = new RosterPlanner(roster, new KnownHere(connection, source), today, onlySite, sink).plan(limits);
            if (reach.strangers() > 0) return ofOthers(findings, source, complete);
            whole = true;
            return new Planned(plan.summary(findings, List.of()), complete, spool, writing(source, spool));
        } catch (Unanswered e) {
            throw e.why();
        } finally {
            if (!whole) spool.close();
        }
    }

    /** Nothing is told of who they are, or how many. */
    private Planned ofOthers(List<RosterFinding> findings, int source, boolean complete) {
        var all = new ArrayList<>(findings);
        all.add(new RosterFinding(RosterFinding.Kind.OTHER_SCHOOLS, "", ""));
        var nobody = new PlanSpool();
        return new Planned(RosterSummary.refused(all, List.of()), complete, nobody, writing(source, nobody));
    }

    private RosterWriting writing(int source, PlanSpool spool) {
        return new RosterWriting(source, spool, today, now);
    }
}
