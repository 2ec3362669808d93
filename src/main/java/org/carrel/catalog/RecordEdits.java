package org.carrel.catalog;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.catalog.EditAnswer.Conflicting;
import org.carrel.catalog.EditAnswer.Gone;
import org.carrel.catalog.EditAnswer.Refused;
import org.carrel.catalog.EditAnswer.Same;
import org.carrel.catalog.EditAnswer.Saved;
import org.carrel.catalog.EditConflict.Choice;
import org.carrel.catalog.edits.RecordWriting;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.EditMerge;
import org.carrel.catalog.rules.EditRules;
import org.carrel.catalog.rules.EditorText;
import org.carrel.catalog.rules.OriginalScript;
import org.carrel.catalog.rules.RecordDifferences;
import org.carrel.catalog.rules.RecordRules;
import org.carrel.catalog.store.EditStore;
import org.carrel.catalog.store.StoredBib;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/**
 * Records as people write them. Nobody locks anything: who stores later than somebody else gets both changes, or is asked where both
 * touched the same field.
 */
@Door
public class RecordEdits {
    private final Database database;
    private final Clock clock;
    private final EditStore store = new EditStore();
    private final RecordWriting writing;

    @Inject
    public RecordEdits(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.writing = new RecordWriting(clock);
    }

    /** The record as it stands; empty when there is none, or it is shown nowhere. */
    public Optional<OpenRecord> open(long id) {
        return database.read(connection -> store.find(connection, id))
                .map(row -> new OpenRecord(row.id(), row.version(), MarcJson.read(row.marc())));
    }

    /** As it stands or stood in a version; empty when there is none. */
    public Optional<MarcRecord> version(long id, int version) {
        return database.read(connection -> store.find(connection, id).isPresent()
                        ? store.findText(connection, id, version)
                        : Optional.<String>empty())
                .map(MarcJson::read);
    }

    /** What is different now from what it was in a version; none when there is no such version. */
    public List<FieldChange> since(long id, int version) {
        var then = version(id, version);
        var now = open(id);
        if (then.isEmpty() || now.isEmpty()) return List.of();
        return RecordDifferences.of(then.get(), now.get().record());
    }

    /** One row of the editor for each field, in the order of the record. */
    public List<EditorRow> rows(MarcRecord record) {
        return EditorText.rows(record);
    }

    public EditorRow row(MarcField field) {
        return EditorText.row(field);
    }

    /** The rows with a row for the original script of one of them, 880, and where that is; nothing is stored. */
    public EditorRows inOriginalScript(List<EditorRow> rows, int at) {
        return OriginalScript.of(rows, at);
    }

    /** The record that the rows of the editor are; nothing is stored. */
    public EditorRead read(String leader, List<EditorRow> rows) {
        return EditorText.read(leader, rows);
    }

    /** What is wrong or doubtful in a record, in its order; nothing is stored. */
    public List<RecordProblem> check(MarcRecord record) {
        return RecordRules.check(EditRules.clean(record), today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** All versions, the present one first; none when there is no such record. */
    public List<RecordState> history(long id) {
        return database.read(connection ->
                store.find(connection, id).isPresent() ? store.history(connection, id) : List.<RecordState>of());
    }

    /**
     * A record that was not there.
     *
     * @param account of who made it
     * @return its number, or what stands against it
     */
    public Added add(MarcRecord made, long account) {
        var record = EditRules.clean(made);
        var against = EditRules.against(record, today());
        if (!against.isEmpty()) return new Added(OptionalLong.empty(), against);
        return database.transaction(connection -> {
            store.takeTurn(connection);
            return new Added(OptionalLong.of(writing.add(connection, record, OptionalLong.of(account))), List.of());
        });
    }

    /** @param id empty when it was refused @param why what stands against it; empty when it was added */
    public record Added(OptionalLong id, List<RecordProblem> why) {
        public Added {
            why = List.copyOf(why);
        }
    }

    /**
     * Stores what somebody made of a record.
     *
     * @param seen version that they had before them
     * @param account of who made it
     */
    public EditAnswer save(long id, int seen, MarcRecord mine, long account) {
        return save(id, seen, mine, Map.of(), OptionalInt.empty(), account);
    }

    /**
     * The same when somebody has chosen between what two people made of the same.
     *
     * @param choices by place among the conflicts
     * @param about version about which they have chosen: when another one stands meanwhile, they are asked again
     */
    public EditAnswer save(
            long id, int seen, MarcRecord mine, Map<Integer, Choice> choices, OptionalInt about, long account) {
        var record = EditRules.clean(mine);
        return database.transaction(connection -> {
            store.takeTurn(connection);
            var standing = store.lock(connection, List.of(id)).stream().findFirst();
            if (standing.isEmpty()) return new Gone();
            if (standing.get().version() == seen)
                return write(connection, standing.get(), record, EditKind.EDITED, account);
            var base = store.findText(connection, id, seen);
            if (base.isEmpty()) return new Gone();
            var chosen = about.isPresent() && about.getAsInt() == standing.get().version()
                    ? choices
                    : Map.<Integer, Choice>of();
            var merged = EditMerge.of(
                    MarcJson.read(base.get()), MarcJson.read(standing.get().marc()), record, chosen);
            if (chosen.size() < merged.conflicts().size())
                return new Conflicting(standing.get().version(), merged.conflicts());
            return write(connection, standing.get(), merged.record(), EditKind.MERGED, account);
        });
    }

    /**
     * An earlier version again; what stands is kept as a version like any other.
     *
     * @param seen version that stood when somebody looked: when another one stands, nothing is done
     */
    public EditAnswer restore(long id, int version, int seen, long account) {
        return database.transaction(connection -> {
            store.takeTurn(connection);
            var standing = store.lock(connection, List.of(id)).stream().findFirst();
            var text = store.findText(connection, id, version);
            if (standing.isEmpty() || text.isEmpty()) return new Gone();
            if (standing.get().version() != seen)
                return new Conflicting(standing.get().version(), List.of());
            return write(connection, standing.get(), MarcJson.read(text.get()), EditKind.RESTORED, account);
        });
    }

    private EditAnswer write(Connection connection, StoredBib standing, MarcRecord record, EditKind kind, long account)
            throws SQLException {
        if (EditRules.isSame(MarcJson.read(standing.marc()), record)) return new Same(standing.version());
        var against = EditRules.against(record, today());
        if (!against.isEmpty()) return new Refused(against);
        writing.replace(
                connection, List.of(new RecordWriting.Change(standing, record)), kind, OptionalLong.of(account));
        return new Saved(standing.version() + 1, kind == EditKind.MERGED);
    }
}
