package org.carrel.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CatalogRecord;

/** Compares a node's index with the catalog, for the command line. Reads what is safe on disk; the node may run. */
public final class IndexCheck {
    private final Map<Long, Integer> shownInIndex = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final RecordWords words = new RecordWords();

    private IndexCheck() {}

    /** A kind of problem. */
    public enum Kind {
        /** There is no complete index. */
        NO_INDEX,
        /** It cannot be read, or its checksums are wrong. */
        DAMAGED,
        /** Another version of the program wrote it. */
        OTHER_FORMAT,
        /** It is behind the catalog, or ahead of it. */
        OTHER_CHANGE,
        /** A record of the catalog that search cannot find. */
        MISSING,
        /** A record in the index that the catalog does not have. */
        SURPLUS,
        /** A record that search shows otherwise than the catalog has it. */
        OUTDATED
    }

    /**
     * One thing that is wrong.
     *
     * @param detail the record's id, the numbers of the changes, or the words of the error
     */
    public record Problem(Kind kind, String detail) {}

    /** Everything that is wrong; empty when the index is what the catalog says. */
    public static List<Problem> compare(Path directory, Catalog catalog) {
        var check = new IndexCheck();
        var lastChange = catalog.lastChange();
        try {
            var current = IndexFolder.current(directory);
            if (current.isEmpty()) return List.of(new Problem(Kind.NO_INDEX, directory.toString()));
            check.read(current.get(), lastChange);
        } catch (IOException | RuntimeException | InternalError | AssertionError e) {
            return List.of(new Problem(Kind.DAMAGED, String.valueOf(e))); // rotten bytes make Lucene throw anything
        }
        if (check.problems.stream().noneMatch(problem -> problem.kind() == Kind.OTHER_FORMAT)) check.records(catalog);
        return List.copyOf(check.problems);
    }

    private void read(Path generation, long lastChange) throws IOException {
        try (var directory = FSDirectory.open(generation);
                var reader = DirectoryReader.open(directory)) {
            Generation.verify(directory);
            var stamp = Stamp.of(reader.getIndexCommit().getUserData());
            if (!stamp.format().equals(Stamp.FORMAT)) add(Kind.OTHER_FORMAT, stamp.format());
            if (stamp.change() != lastChange) {
                add(Kind.OTHER_CHANGE, "index " + stamp.change() + ", catalog " + lastChange);
            }
            for (var leaf : reader.leaves()) {
                var live = leaf.reader().getLiveDocs();
                var stored = leaf.reader().storedFields();
                var works = DocValues.getNumeric(leaf.reader(), Fields.WORK);
                var profiles = DocValues.getSorted(leaf.reader(), Fields.PROFILE);
                for (var doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                    if (live != null && !live.get(doc)) continue;
                    var work = works.advanceExact(doc) ? works.longValue() : 0;
                    var profile = profiles.advanceExact(doc) ? profiles.lookupOrd(profiles.ordValue()) : new BytesRef();
                    note(stored.document(doc), beside(work, profile));
                }
            }
        }
    }

    private void note(Document document, int beside) {
        var id = Long.parseLong(document.get(Fields.ID));
        if (shownInIndex.put(id, shown(document) + beside) != null) add(Kind.SURPLUS, Long.toString(id));
    }

    private void records(Catalog catalog) {
        catalog.forEach(this::compare);
        shownInIndex.keySet().stream().sorted().forEach(id -> add(Kind.SURPLUS, Long.toString(id)));
    }

    private void compare(CatalogRecord record) {
        var shown = shownInIndex.remove(record.id());
        if (shown == null) add(Kind.MISSING, Long.toString(record.id()));
        else if (shown != fingerprint(DocumentMapping.of(record, words)))
            add(Kind.OUTDATED, Long.toString(record.id()));
    }

    private static int fingerprint(Document document) {
        var work = document.getField(Fields.WORK);
        var profile = document.getBinaryValue(Fields.PROFILE);
        var key = work == null || work.numericValue() == null
                ? 0
                : work.numericValue().longValue();
        return shown(document) + beside(key, profile == null ? new BytesRef() : profile);
    }

    /** The same for what is not stored: its work, and above all whether a copy is in. */
    private static int beside(long work, BytesRef profile) {
        return 31 * Long.hashCode(work) + profile.hashCode();
    }

    /** A fingerprint of what a result list shows of the document: 100 000 of them stay small. */
    private static int shown(Document document) {
        return document.getFields().stream()
                .filter(field -> field.fieldType().stored())
                .map(IndexCheck::text)
                .collect(Collectors.joining("\n"))
                .hashCode();
    }

    private static String text(IndexableField field) {
        var number = field.numericValue();
        return field.name() + "=" + (number == null ? field.stringValue() : number);
    }

    private void add(Kind kind, String detail) {
        problems.add(new Problem(kind, detail));
    }
}
