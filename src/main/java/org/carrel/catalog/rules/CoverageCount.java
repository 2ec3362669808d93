package org.carrel.catalog.rules;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CallRange;
import org.carrel.catalog.PlanPart;
import org.carrel.catalog.ShelfCoverage;
import org.carrel.catalog.ShelfCoverage.Missing;

/** Counts the copies of a site by the row that holds them. They are told one after the other, in shelf order. */
public final class CoverageCount {
    private final Shelving shelving;
    private final Map<Long, Integer> copies = new HashMap<>();
    private final Map<Group, Run> missing = new LinkedHashMap<>();

    /** @param ranges how many ranges stand before it: two runs of one class may have a row between them */
    private record Group(int location, String name, long ranges) {}

    private record Run(String locationName, int copies, String first, String last) {}

    public CoverageCount(List<PlanPart> parts) {
        shelving = new Shelving(parts);
    }

    public void add(ShelvedCopy copy) {
        var row = shelving.rowOf(copy.location(), copy.shelfKey());
        if (row.isPresent()) {
            copies.merge(row.get().id(), 1, Integer::sum);
            return;
        }
        var name = name(copy.callNumber());
        var group = new Group(copy.location(), name, shelving.rangesUpTo(copy.location(), copy.shelfKey()));
        var label = label(copy.callNumber());
        missing.merge(
                group,
                new Run(copy.locationName(), 1, label, label),
                (run, one) -> new Run(run.locationName, run.copies + 1, run.first, label));
    }

    public ShelfCoverage result() {
        return new ShelfCoverage(
                Map.copyOf(copies),
                missing.entrySet().stream()
                        .map(entry -> missing(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** The whole class when no row has a part of it, else from the first such copy to the last. */
    private Missing missing(Group group, Run run) {
        var ends = group.name.split("–", -1);
        var whole = new CallRange(group.location, ends[0], ends[ends.length - 1]);
        var free = KeyRange.of(whole).filter(shelving::isFree);
        var from = free.isPresent() ? whole.from() : run.first;
        var to = free.isPresent() ? whole.to() : run.last;
        return new Missing(group.location, run.locationName, group.name, run.copies, from, to);
    }

    /** FIC, SP E, 500–599 (the hundred of a Dewey number), else the class as it is; empty without call number. */
    static String name(CallNumber call) {
        var split = CallNumberText.split(call.text());
        var prefix = split.prefix().isEmpty() ? "" : split.prefix() + " ";
        var number = ClassNumbers.clean(split.classNumber());
        var dewey = ShelfKey.DEWEY.matcher(number);
        if (Section.of(number).isPresent() || !dewey.matches()) return prefix + section(number);
        var hundred = dewey.group(1).length() < 3 ? "0" : dewey.group(1).substring(0, 1);
        return prefix + hundred + "00–" + prefix + hundred + "99";
    }

    private static String section(String number) {
        return Section.of(number).map(Section::code).orElse(number);
    }

    /** Without what follows the author's letters. */
    private static String label(CallNumber call) {
        var split = CallNumberText.split(call.text());
        var text = new CallNumber(split.prefix(), split.classNumber(), split.cutter(), "").text();
        return text.length() <= CallRange.MAX_LABEL ? text : text.substring(0, CallRange.MAX_LABEL);
    }
}
