package org.carrel.shelfwork.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.carrel.shelfwork.CollectionCount;
import org.carrel.shelfwork.WeedingCopy;
import org.junit.jupiter.api.Test;

/** What a collection is made of. */
class CollectionRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 14);

    private static final List<WeedingCopy> COPIES = List.of(
            WeedingRulesTest.copy("FIC", 2020, "2020-01-01", "2026-01-01"),
            WeedingRulesTest.copy("FIC", 2010, "2020-01-01", "2026-01-01"),
            WeedingRulesTest.copy("599.5", 1990, "2020-01-01", null),
            WeedingRulesTest.copy("512", 2000, "2020-01-01", null),
            WeedingRulesTest.copy("", null, "2020-01-01", null));

    @Test
    void classesAreCountedWithTheirAgeAndTheirShareOfUse() {
        var rules = List.of(WeedingRulesTest.rule("500", "599", 30, 3));
        var report = CollectionRules.report(COPIES, rules, TODAY, 1, copy -> "eng");
        assertThat(report.classes()).extracting(CollectionCount::name).containsExactly("FIC", "500", "");
        var science = report.classes().get(1);
        assertThat(science.copies()).isEqualTo(2);
        assertThat(science.averageYear()).isEqualTo(OptionalInt.of(1995));
        assertThat(science.oldShare()).isEqualTo(500);
        var fiction = report.classes().getFirst();
        assertThat(fiction.shareOf(report.all())).isEqualTo(400);
        assertThat(fiction.useShareOf(report.all())).isEqualTo(1000);
        assertThat(fiction.demand(report.all())).as("use share by share").isEqualTo(OptionalInt.of(250));
        assertThat(science.demand(report.all())).isEqualTo(OptionalInt.of(0));
        assertThat(report.classes().getLast().averageYear()).isEmpty();
    }

    @Test
    void tensAreFinerThanHundreds() {
        var report = CollectionRules.report(COPIES, List.of(), TODAY, 2, copy -> "");
        assertThat(report.classes()).extracting(CollectionCount::name).containsExactly("FIC", "510", "590", "");
    }

    @Test
    void nothingWasUsedIsNoDemand() {
        var report = CollectionRules.report(COPIES.subList(2, 4), List.of(), TODAY, 1, copy -> "spa");
        assertThat(report.classes().getFirst().demand(report.all())).isEmpty();
    }

    /** Classes add up to the whole, and so do languages. */
    @Property(tries = 100)
    void theNumbersAddUp(
            @ForAll @Size(max = 30) List<@StringLength(value = 3) @CharRange(from = '0', to = '9') String> numbers) {
        var copies = numbers.stream()
                .map(number -> WeedingRulesTest.copy(number, 2000, "2020-01-01", "2025-01-01"))
                .toList();
        var report = CollectionRules.report(
                copies, List.of(), TODAY, 2, copy -> copy.classNumber().substring(0, 1));
        assertThat(report.all().copies()).isEqualTo(copies.size());
        for (var parts : List.of(report.classes(), report.languages())) {
            assertThat(parts.stream().mapToInt(CollectionCount::copies).sum())
                    .isEqualTo(report.all().copies());
            assertThat(parts.stream().mapToLong(CollectionCount::uses).sum())
                    .isEqualTo(report.all().uses());
        }
    }
}
