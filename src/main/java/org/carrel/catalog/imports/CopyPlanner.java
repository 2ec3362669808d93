package org.carrel.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CopyStatement;
import org.carrel.catalog.Finding;
import org.carrel.catalog.rules.ShelfKey;
import org.carrel.catalog.rules.Texts;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.Copy;
import org.carrel.catalog.store.ItemStore;
import org.jspecify.annotations.Nullable;

/** Matches the copies a chunk of records states with those on the shelves: by barcode, or by description without one. */
final class CopyPlanner {
    private static final int LONGEST_BARCODE = 64;

    private final Places places;
    private final Map<String, Copy> byBarcode;
    private final Map<Long, List<Copy>> bare;
    private final Map<Long, String> titles = new HashMap<>();
    private final BibStore bibs;
    private final Connection connection;

    /** Barcodes already met and whose they are: of this chunk, or of the whole file when rehearsing. */
    private final Map<String, Holder> met;

    private final BarcodeNumbers numbers;

    CopyPlanner(
            Connection connection,
            Places places,
            ItemStore items,
            List<Target> targets,
            Map<String, Holder> met,
            BarcodeNumbers numbers)
            throws SQLException {
        this.numbers = numbers;
        this.connection = connection;
        this.places = places;
        this.bibs = new BibStore();
        this.met = met;
        var barcodes = new HashSet<String>();
        for (var target : targets) {
            target.incoming().copies().stream()
                    .map(CopyStatement::barcode)
                    .filter(code -> !code.isEmpty() && code.length() <= LONGEST_BARCODE)
                    .forEach(barcodes::add);
        }
        this.byBarcode = items.findByBarcode(connection, barcodes).stream()
                .collect(Collectors.toMap(copy -> String.valueOf(copy.barcode()), copy -> copy));
        Set<Long> existing = targets.stream()
                .filter(target -> !target.isNew())
                .map(Target::bibId)
                .collect(Collectors.toSet());
        var bareOrOurs = numbers.on()
                ? items.findCopies(connection, existing).stream()
                        .filter(copy -> copy.barcode() == null || numbers.mayBeOurs(copy))
                        .toList()
                : items.findWithoutBarcode(connection, existing);
        numbers.keepFree(barcodes);
        this.bare = bareOrOurs.stream()
                .collect(Collectors.groupingBy(Copy::bibId, Collectors.toCollection(ArrayList::new)));
    }

    /** A record whose copies are to be planned. */
    record Target(Incoming incoming, long bibId, boolean isNew) {
        String title() {
            return incoming.bib().titles().main();
        }
    }

    /** The record to which a barcode went. */
    record Holder(long bibId, String title) {}

    /** The record came before, byte for byte: its copies are what people made of them since, and stay so. */
    static CopyPlan untouched(Target target) {
        return new CopyPlan(List.of(), List.of(), target.incoming().copies().size(), 0, List.of(), List.of());
    }

    CopyPlan plan(Target target) throws SQLException {
        var inRecord = new HashSet<String>();
        var added = new ArrayList<Copy>();
        var updated = new ArrayList<Copy>();
        var rejected = new ArrayList<Finding>();
        var doubts = new ArrayList<Finding>();
        var same = 0;
        var withoutShelf = 0;
        for (var statement : target.incoming().copies()) {
            doubts.addAll(statement.findings());
            var stated = copy(target.bibId(), statement, doubts);
            var standing = standing(stated);
            var copy = numbered(stated, standing, doubts);
            var twice = copy.barcode() != null && !inRecord.add(copy.barcode());
            var refusal = twice ? twice(copy, target.title()) : refusal(target, copy, standing);
            if (refusal != null) rejected.add(refusal);
            else if (standing == null) added.add(copy);
            else if (copy.over(standing).equals(standing)) same++;
            else updated.add(copy.over(standing));
            if (refusal != null) continue;
            var changes = standing == null || !copy.over(standing).equals(standing);
            if (changes && nowhere(statement)) withoutShelf++;
            if (copy.barcode() != null) {
                met.put(copy.barcode(), new Holder(target.bibId(), target.title()));
            }
        }
        return new CopyPlan(added, updated, same, withoutShelf, rejected, doubts);
    }

    private boolean nowhere(CopyStatement statement) {
        return statement.callNumber().equals(CallNumber.NONE) && !places.isPlaced(statement);
    }

    private @Nullable Copy standing(Copy copy) {
        if (copy.barcode() != null) return byBarcode.get(copy.barcode());
        var candidates = bare.getOrDefault(copy.bibId(), List.of());
        for (var candidate : candidates) {
            if (copy.with(candidate.barcode()).over(candidate).equals(candidate)) {
                candidates.remove(candidate);
                return candidate;
            }
        }
        return null;
    }

    /** A copy without barcode gets that of the copy it is, else the next of the range. */
    private Copy numbered(Copy stated, @Nullable Copy standing, List<Finding> doubts) throws SQLException {
        if (stated.barcode() != null || !numbers.on()) return stated;
        if (standing != null && standing.barcode() != null) return stated.with(standing.barcode());
        var number = numbers.next(connection);
        if (number.isEmpty()) doubts.add(new Finding(ImportProblem.BARCODE_RANGE_FULL, "", ""));
        return stated.with(number.orElse(null));
    }

    private @Nullable Finding refusal(Target target, Copy copy, @Nullable Copy standing) throws SQLException {
        var barcode = copy.barcode();
        if (barcode == null) return null;
        var first = met.get(barcode);
        if (first != null && first.bibId() != target.bibId()) return twice(copy, first.title());
        if (standing == null || !target.isNew() && standing.bibId() == target.bibId()) return null;
        return new Finding(ImportProblem.BARCODE_TAKEN, barcode, titleOf(standing.bibId()));
    }

    private static Finding twice(Copy copy, String title) {
        return new Finding(ImportProblem.BARCODE_TWICE_IN_FILE, String.valueOf(copy.barcode()), title);
    }

    private String titleOf(long bibId) throws SQLException {
        var title = titles.get(bibId);
        if (title == null) {
            title = bibs.findTitle(connection, bibId).orElse("");
            titles.put(bibId, title);
        }
        return title;
    }

    private Copy copy(long bibId, CopyStatement statement, List<Finding> doubts) throws SQLException {
        var barcode = statement.barcode().isEmpty() ? null : statement.barcode();
        if (barcode != null && barcode.length() > LONGEST_BARCODE) {
            doubts.add(new Finding(ImportProblem.BARCODE_TOO_LONG, Texts.cut(barcode, 80), ""));
            barcode = null;
        }
        var site = places.site(statement);
        return new Copy(
                0,
                bibId,
                site.id(),
                places.location(site, statement),
                places.itemType(statement),
                barcode,
                Texts.fit(statement.callNumber()),
                ShelfKey.of(statement.callNumber()),
                Texts.cut(statement.copyNumber(), 40),
                Texts.cut(statement.volume(), 255),
                statement.priceCents(),
                statement.acquired(),
                Texts.cut(statement.vendor(), 100),
                Texts.cut(statement.fund(), 100),
                Texts.cut(String.join("\n", statement.notes()), 5000),
                !statement.notForLoan());
    }
}
