package org.carrel.catalog.edits;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.EditKind;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.marc.MarcFormat;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.marc.TextEncoding;
import org.carrel.catalog.rules.KeyHashes;
import org.carrel.catalog.rules.RecordMapping;
import org.carrel.catalog.rules.RecordMerge;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.catalog.store.EditStore;
import org.carrel.catalog.store.StoredBib;

/**
 * Writes records as people make them: text, earlier version, keys, who did it, and the change that search follows. Every method joins
 * the caller's transaction, which has the turn of imports.
 */
public final class RecordWriting {
    /** MARC 21 field 005, in the zone of the school's clock. */
    private static final DateTimeFormatter LATEST_TRANSACTION = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'.0'");

    private final Clock clock;
    private final BibStore bibs = new BibStore();
    private final EditStore edits = new EditStore();
    private final ChangeLog changes = new ChangeLog();

    public RecordWriting(Clock clock) {
        this.clock = clock;
    }

    /** A record as it stands, locked, and as it is to be. */
    public record Change(StoredBib standing, MarcRecord becomes) {}

    /** Writes them over what stands. To be called last in a transaction: see {@link ChangeLog#append}. */
    public void replace(Connection connection, List<Change> all, EditKind kind, OptionalLong account)
            throws SQLException {
        var rows = new ArrayList<StoredBib>();
        Map<Long, List<Long>> keys = new HashMap<>();
        for (var change : all) {
            var standing = change.standing();
            var record = dated(change.becomes());
            var bib = RecordMapping.matchFacts(record, Year.now(clock).getValue());
            rows.add(StoredBib.of(standing.id(), bib, standing.edited(MarcJson.write(record)))
                    .as(standing.version() + 1));
            keys.put(standing.id(), KeyHashes.of(bib));
        }
        bibs.replace(connection, rows);
        bibs.addKeys(connection, keys);
        edits.log(connection, rows, kind, orNull(account), clock.instant());
        changes.append(connection, keys.keySet());
    }

    /** A record as it stands, locked, and an earlier version of it that is to stand again, byte for byte. */
    public record Return(StoredBib standing, StoredBib earlier) {}

    /** Writes earlier versions over what stands, which is kept. To be called last in a transaction. */
    public void putBack(Connection connection, List<Return> all, EditKind kind, OptionalLong account)
            throws SQLException {
        var rows = new ArrayList<StoredBib>();
        Map<Long, List<Long>> keys = new HashMap<>();
        for (var one : all) {
            var standing = one.standing();
            var bib = RecordMapping.matchFacts(
                    MarcJson.read(one.earlier().marc()), Year.now(clock).getValue());
            rows.add(StoredBib.of(standing.id(), bib, one.earlier()).as(standing.version() + 1));
            keys.put(standing.id(), KeyHashes.of(bib));
        }
        bibs.replace(connection, rows);
        bibs.addKeys(connection, keys);
        edits.log(connection, rows, kind, orNull(account), clock.instant());
        changes.append(connection, keys.keySet());
    }

    /** A record that was not there. To be called last but for its copies. @return its number */
    public long add(Connection connection, MarcRecord made, OptionalLong account) throws SQLException {
        var id = bibs.nextIds(connection, 1).getFirst();
        var record = dated(numbered(made, id));
        var json = MarcJson.write(record);
        var text = new StoredBib(
                id,
                "",
                "",
                "",
                1,
                json,
                json.getBytes(UTF_8),
                MarcFormat.MARC_IN_JSON.name(),
                TextEncoding.UTF_8.name(),
                KeyHashes.sha256(json),
                null);
        var bib = RecordMapping.matchFacts(record, Year.now(clock).getValue());
        var row = StoredBib.of(id, bib, text);
        bibs.add(connection, List.of(row));
        bibs.addKeys(connection, Map.of(id, KeyHashes.of(bib)));
        edits.log(connection, List.of(row), EditKind.ADDED, orNull(account), clock.instant());
        changes.append(connection, List.of(id));
        return id;
    }

    /** With a control number, by which others know it when it goes out to them and comes back; one that it has stays. */
    private static MarcRecord numbered(MarcRecord record, long id) {
        if (record.control("001").filter(number -> !number.isBlank()).isPresent()) return record;
        var fields = new ArrayList<MarcField>(record.fields());
        fields.removeIf(field -> field.tag().equals("001"));
        fields.addFirst(new ControlField("001", "carrel-" + id));
        return new MarcRecord(record.leader(), fields);
    }

    private MarcRecord dated(MarcRecord record) {
        var field = new ControlField(
                "005", LATEST_TRANSACTION.format(clock.instant().atZone(clock.getZone())));
        var fields = new ArrayList<MarcField>(record.fields());
        fields.removeIf(each -> each.tag().equals(field.tag()));
        fields.add(RecordMerge.placeOf(field, fields), field);
        return new MarcRecord(record.leader(), fields);
    }

    private static @org.jspecify.annotations.Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? Long.valueOf(number.getAsLong()) : null;
    }
}
