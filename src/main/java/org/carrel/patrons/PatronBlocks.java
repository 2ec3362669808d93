package org.carrel.patrons;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.PatronEvent.Kind;
import org.carrel.patrons.store.BlockStore;
import org.carrel.patrons.store.PatronHistoryStore;
import org.carrel.patrons.store.PatronStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Blocks that people set by hand: until a day, or until they are lifted. */
@Door
public class PatronBlocks {
    private final Database database;
    private final Clock clock;
    private final BlockStore store = new BlockStore();
    private final PatronStore patrons = new PatronStore();
    private final PatronHistoryStore history = new PatronHistoryStore();

    @Inject
    public PatronBlocks(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those that hold today. */
    public List<PatronBlock> holding(long patronId) {
        var today = LocalDate.now(clock);
        return database.read(connection -> store.of(connection, patronId)).stream()
                .filter(block -> block.holds(today))
                .toList();
    }

    /** Stops everything that a block can stop. */
    public boolean block(long patronId, String reason, Optional<LocalDate> until, String who) {
        return block(patronId, reason, EnumSet.allOf(BlockedAct.class), until, who);
    }

    /** False when there is no such person, the reason is empty or too long, it stops nothing, or the day is over. */
    public boolean block(long patronId, String reason, Set<BlockedAct> stops, Optional<LocalDate> until, String who) {
        var over = until.filter(day -> day.isBefore(LocalDate.now(clock))).isPresent();
        if (over || stops.isEmpty() || reason.isBlank() || reason.length() > PatronBlock.MAX_REASON) return false;
        return database.transaction(connection -> {
            var patron = patrons.lock(connection, patronId).orElse(null);
            if (patron == null || patron.mergedInto().isPresent()) return false;
            var now = clock.instant();
            store.add(connection, patronId, reason.strip(), stops, until, who, now);
            history.add(connection, patronId, now, who, Kind.BLOCKED, "");
            return true;
        });
    }

    /** False when this person has no such block, or it was lifted already. */
    public boolean lift(long patronId, long blockId, String who) {
        return database.transaction(connection -> {
            var now = clock.instant();
            if (!store.lift(connection, patronId, blockId, who, now)) return false;
            history.add(connection, patronId, now, who, Kind.UNBLOCKED, "");
            return true;
        });
    }
}
