package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.OverlayRow;
import org.carrel.catalog.OverlayRow.Way;

/** What stands in the catalog after a record meets the one it matches. */
public final class RecordMerge {
    /** MARC 21 fields of which a record has at most one, besides the control fields: the first stays. */
    private static final Set<String> NOT_REPEATABLE =
            Set.of("010", "100", "110", "111", "130", "240", "245", "263", "306", "357", "507", "514");

    private static final Set<String> ONE_CONTROL_FIELD = Set.of("001", "003", "005", "008");

    /** MARC 21 fields with numbers by which a record is known to others. */
    private static final Set<String> NUMBERS = Set.of("020", "022", "024", "028", "035");

    private RecordMerge() {}

    /**
     * A later file brings the record again: its text wins, and local fields it does not have are kept, since the
     * school's own notes, levels and subjects come from nowhere else.
     */
    public static MarcRecord overlay(MarcRecord ours, MarcRecord theirs) {
        return overlay(ours, theirs, List.of());
    }

    /** The same, but for the tags that {@code rows} name. The leader is theirs always. */
    public static MarcRecord overlay(MarcRecord ours, MarcRecord theirs, List<OverlayRow> rows) {
        var policy = new OverlayPolicy(rows);
        var kept = ours.fields().stream()
                .filter(field -> policy.way(field.tag()) == Way.KEEP_OURS)
                .toList();
        var keptTags = kept.stream().map(MarcField::tag).collect(Collectors.toSet());
        var fields = new ArrayList<MarcField>(theirs.fields());
        fields.removeIf(field -> keptTags.contains(field.tag()));
        var theirTags = fields.stream().map(MarcField::tag).collect(Collectors.toSet());
        for (var field : kept) fields.add(placeOf(field, fields), field);
        return withMissing(
                new MarcRecord(theirs.leader(), fields),
                ours,
                field -> policy.way(field.tag()) == Way.UNION
                        && !(isSingle(field.tag()) && theirTags.contains(field.tag())));
    }

    static boolean isSingle(String tag) {
        return NOT_REPEATABLE.contains(tag) || ONE_CONTROL_FIELD.contains(tag);
    }

    /**
     * One file brings the record twice, or in parts with the same number: nothing of either is lost. The first keeps its
     * leader, control fields and fields that cannot repeat.
     */
    public static MarcRecord join(MarcRecord first, MarcRecord second) {
        return withMissing(
                first, second, field -> !(field instanceof ControlField) && !NOT_REPEATABLE.contains(field.tag()));
    }

    /**
     * Two records of the catalog turn out to be one: the text of the kept one stays, and nothing that the school has written itself
     * in the other is lost, nor a number by which that one was known.
     */
    public static MarcRecord absorb(MarcRecord keep, MarcRecord away) {
        return withMissing(
                keep,
                away,
                field -> !(field instanceof ControlField)
                        && !isSingle(field.tag())
                        && (isLocal(field.tag()) || NUMBERS.contains(field.tag())));
    }

    /** Tags a school fills itself: levels, local notes, subjects, added entries and links, and 9XX without 940. */
    static boolean isLocal(String tag) {
        if (tag.length() != 3 || !tag.chars().allMatch(c -> c >= '0' && c <= '9')) return true;
        var number = Integer.parseInt(tag);
        return number == 521
                || number == 526
                || number == 658
                || number == 856
                || number >= 590 && number <= 599
                || number >= 690 && number <= 699
                || number >= 790 && number <= 799
                || number >= 900 && number != 940;
    }

    private static MarcRecord withMissing(MarcRecord base, MarcRecord other, Predicate<MarcField> wanted) {
        var present = new HashSet<MarcField>(base.fields());
        var fields = new ArrayList<MarcField>(base.fields());
        List<MarcField> missing =
                other.fields().stream().filter(wanted).filter(present::add).toList();
        for (var field : missing) fields.add(placeOf(field, fields), field);
        return new MarcRecord(base.leader(), fields);
    }

    /** After the last field whose tag is not higher, so that tags stay in order where they were. */
    public static int placeOf(MarcField field, List<MarcField> fields) {
        for (var i = fields.size(); i > 0; i--) {
            if (fields.get(i - 1).tag().compareTo(field.tag()) <= 0) return i;
        }
        return 0;
    }
}
