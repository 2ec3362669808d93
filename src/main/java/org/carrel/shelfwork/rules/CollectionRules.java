package org.carrel.shelfwork.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.carrel.shelfwork.CollectionCount;
import org.carrel.shelfwork.CollectionReport;
import org.carrel.shelfwork.WeedingCopy;
import org.carrel.shelfwork.WeedingRule;

/** What a collection is made of, counted. */
public final class CollectionRules {
    /** Digits of a Dewey number before the point. */
    private static final int WHOLE = 3;

    private CollectionRules() {}

    /**
     * Counts.
     *
     * @param copies in the order of the shelves
     * @param digits 1: Dewey by hundreds, 2: by tens
     * @param language code of a copy's title; empty for none
     */
    public static CollectionReport report(
            List<WeedingCopy> copies,
            List<WeedingRule> rules,
            LocalDate today,
            int digits,
            Function<WeedingCopy, String> language) {
        var all = new CollectionCount("", 0, 0, 0, 0, 0);
        var classes = new LinkedHashMap<String, CollectionCount>();
        var languages = new LinkedHashMap<String, CollectionCount>();
        for (var copy : copies) {
            var one = count(copy, rules, today);
            all = all.plus(one);
            add(classes, named(one, group(copy.classNumber(), digits)));
            add(languages, named(one, language.apply(copy)));
        }
        var most = Comparator.comparingInt(CollectionCount::copies).reversed().thenComparing(CollectionCount::name);
        return new CollectionReport(
                all,
                classes.values().stream()
                        .sorted(Comparator.comparing(CollectionCount::name, CollectionRules::compare))
                        .toList(),
                languages.values().stream().sorted(most).toList());
    }

    /** Sections first, then numbers, then what has no class. */
    private static int compare(String one, String other) {
        return Comparator.comparing(String::isEmpty)
                .thenComparing(name -> !name.isEmpty() && Character.isDigit(name.charAt(0)))
                .thenComparing(Comparator.naturalOrder())
                .compare(one, other);
    }

    private static void add(LinkedHashMap<String, CollectionCount> counts, CollectionCount one) {
        counts.merge(one.name(), one, CollectionCount::plus);
    }

    private static CollectionCount named(CollectionCount one, String name) {
        return new CollectionCount(name, one.copies(), one.dated(), one.years(), one.old(), one.uses());
    }

    private static CollectionCount count(WeedingCopy copy, List<WeedingRule> rules, LocalDate today) {
        var dated = copy.year().isPresent() ? 1 : 0;
        var old = WeedingRules.isTooOld(copy, rules, today) ? 1 : 0;
        return new CollectionCount("", 1, dated, copy.year().orElse(0), old, copy.uses());
    }

    /** 500 or 590 of 599.5; a section is itself. */
    static String group(String number, int digits) {
        if (number.isEmpty() || !Character.isDigit(number.charAt(0))) return number;
        return number.substring(0, digits) + "0".repeat(WHOLE - digits);
    }
}
