package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.EditConflict;
import org.carrel.catalog.EditConflict.Choice;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;

/**
 * Brings together what two people made of one record, field by field: what only one of them touched is as they made it, and where
 * both touched the same somebody has to choose.
 */
public final class EditMerge {
    /** The date of the latest transaction (MARC 21 field 005) is nobody's to write: storing sets it. */
    private static final String LATEST_TRANSACTION = "005";

    private EditMerge() {}

    /**
     * What comes of it.
     *
     * @param record with what stands stored already where nobody has chosen
     * @param conflicts all of them, chosen or not, in the order of the record
     */
    public record Merged(MarcRecord record, List<EditConflict> conflicts) {
        public Merged {
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * @param base as both found it
     * @param theirs as it is stored now
     * @param mine as it is to be
     * @param choices by place among the conflicts; what is stored stands where there is none
     */
    public static Merged of(MarcRecord base, MarcRecord theirs, MarcRecord mine, Map<Integer, Choice> choices) {
        return new Merging(base, theirs, mine, choices).merged();
    }

    private static final class Merging {
        private final List<MarcField> base;
        private final MarcRecord theirs;
        private final Fate ofTheirs;
        private final Fate ofMine;
        private final Map<Integer, Choice> choices;
        private final List<EditConflict> conflicts = new ArrayList<>();
        private final List<MarcField> result = new ArrayList<>();

        Merging(MarcRecord base, MarcRecord theirs, MarcRecord mine, Map<Integer, Choice> choices) {
            this.base = fields(base);
            this.theirs = theirs;
            this.ofTheirs = Fate.of(this.base, fields(theirs));
            this.ofMine = Fate.of(this.base, fields(mine));
            this.choices = choices;
        }

        private static List<MarcField> fields(MarcRecord record) {
            return RecordDifferences.fields(record).stream()
                    .filter(field -> !field.tag().equals(LATEST_TRANSACTION))
                    .toList();
        }

        Merged merged() {
            for (var at = 0; at <= base.size(); at++) {
                insert(ofTheirs.before().get(at), ofMine.before().get(at));
                if (at < base.size())
                    standing(
                            base.get(at),
                            ofTheirs.became().get(at),
                            ofMine.became().get(at));
            }
            onlyOne();
            var leader = result.getFirst() instanceof ControlField control ? control.data() : theirs.leader();
            var rest = new ArrayList<MarcField>(result.subList(1, result.size()));
            stored().ifPresent(field -> rest.add(RecordMerge.placeOf(field, rest), field));
            return new Merged(new MarcRecord(leader, rest), conflicts);
        }

        private Optional<MarcField> stored() {
            return theirs.fields().stream()
                    .filter(field -> field.tag().equals(LATEST_TRANSACTION))
                    .findFirst();
        }

        private void standing(MarcField was, Optional<MarcField> byThem, Optional<MarcField> byMe) {
            var before = Optional.of(was);
            if (byThem.equals(byMe) || byMe.equals(before)) byThem.ifPresent(result::add);
            else if (byThem.equals(before)) byMe.ifPresent(result::add);
            else choose(new EditConflict(before, byThem, byMe)).ifPresent(result::add);
        }

        private Optional<MarcField> choose(EditConflict conflict) {
            var choice = choices.getOrDefault(conflicts.size(), Choice.THEIRS);
            conflicts.add(conflict);
            return choice == Choice.MINE ? conflict.mine() : conflict.theirs();
        }

        /** What both put in at one place; what both put in alike is one. */
        private void insert(List<MarcField> byThem, List<MarcField> byMe) {
            result.addAll(byThem);
            var left = new ArrayList<>(byThem);
            for (var field : byMe) if (!left.remove(field)) result.add(field);
        }

        /** Of a field that a record has once, each of the two may have put in another. */
        private void onlyOne() {
            var looked = new HashSet<String>();
            for (var at = 0; at < result.size(); at++) {
                var tag = result.get(at).tag();
                if (!RecordMerge.isSingle(tag) || !looked.add(tag)) continue;
                var all =
                        result.stream().filter(field -> field.tag().equals(tag)).toList();
                if (all.size() < 2 || ofTheirs.count(tag) > 1 || ofMine.count(tag) > 1) continue;
                var here = at;
                var chosen = choose(new EditConflict(Optional.empty(), ofTheirs.last(tag), ofMine.last(tag)));
                result.removeIf(field -> field.tag().equals(tag));
                chosen.ifPresent(field -> result.add(here, field));
            }
        }
    }

    /**
     * What became of each field of the base.
     *
     * @param became empty where it was taken away
     * @param before what was put in before each of them, and behind the last
     * @param all fields as they are after it
     */
    private record Fate(List<Optional<MarcField>> became, List<List<MarcField>> before, List<MarcField> all) {
        static Fate of(List<MarcField> base, List<MarcField> after) {
            var became = new ArrayList<Optional<MarcField>>();
            var before = new ArrayList<List<MarcField>>();
            var kept = kept(base, after);
            var at = 0;
            for (var i = 0; i <= base.size(); ) {
                var gap = i;
                while (i < base.size() && kept[i] < 0) i++;
                var end = i < base.size() ? kept[i] : after.size();
                gap(base.subList(gap, i), after.subList(at, end), became, before);
                if (i == base.size()) break;
                became.add(Optional.of(base.get(i)));
                at = end + 1;
                i++;
            }
            return new Fate(became, before, after);
        }

        /** Between two fields that stayed: the first of a tag that came is what became of the first that went. */
        private static void gap(
                List<MarcField> gone,
                List<MarcField> come,
                List<Optional<MarcField>> became,
                List<List<MarcField>> before) {
            var next = 0;
            for (var field : gone) {
                var successor = next;
                while (successor < come.size() && !come.get(successor).tag().equals(field.tag())) successor++;
                if (successor == come.size()) {
                    before.add(List.of());
                    became.add(Optional.empty());
                } else {
                    before.add(come.subList(next, successor));
                    became.add(Optional.of(come.get(successor)));
                    next = successor + 1;
                }
            }
            before.add(come.subList(next, come.size()));
        }

        /** Where each field of the base stands after it, by the longest row that both have; -1 where it does not. */
        private static int[] kept(List<MarcField> base, List<MarcField> after) {
            var kept = new int[base.size()];
            Arrays.fill(kept, -1);
            var first = 0;
            var most = Math.min(base.size(), after.size());
            while (first < most && base.get(first).equals(after.get(first))) kept[first] = first++;
            var last = 0;
            while (last < most - first && base.get(base.size() - 1 - last).equals(after.get(after.size() - 1 - last))) {
                kept[base.size() - 1 - last] = after.size() - 1 - last;
                last++;
            }
            between(base, after, first, base.size() - last, after.size() - last, kept);
            return kept;
        }

        private static void between(
                List<MarcField> base, List<MarcField> after, int first, int baseEnd, int afterEnd, int[] kept) {
            var longest = new int[baseEnd - first + 1][afterEnd - first + 1];
            for (var i = baseEnd - 1; i >= first; i--)
                for (var j = afterEnd - 1; j >= first; j--)
                    longest[i - first][j - first] = base.get(i).equals(after.get(j))
                            ? longest[i - first + 1][j - first + 1] + 1
                            : Math.max(longest[i - first + 1][j - first], longest[i - first][j - first + 1]);
            for (int i = first, j = first; i < baseEnd && j < afterEnd; ) {
                if (base.get(i).equals(after.get(j))) kept[i++] = j++;
                else if (longest[i - first][j - first + 1] >= longest[i - first + 1][j - first]) j++;
                else i++;
            }
        }

        long count(String tag) {
            return all.stream().filter(field -> field.tag().equals(tag)).count();
        }

        Optional<MarcField> last(String tag) {
            return all.stream()
                    .filter(field -> field.tag().equals(tag))
                    .reduce((one, next) -> Objects.requireNonNull(next));
        }
    }
}
