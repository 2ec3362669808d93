package org.carrel.patrons.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterLine.Change;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.RosterRemark;
import org.junit.jupiter.api.Test;

/** What a comparison holds outside of the memory, and what it holds instead of objects. */
class SpoolTest {
    @Test
    void aPlanComesBackAsItWentIn() throws SQLException {
        var facts = new PatronFacts(Map.of(PatronField.FAMILY_NAME, "Núñez-Ibarra", PatronField.GRADE, "08"));
        var known = new PlannedPerson.Before(7_000_000_000L, 3, PatronCategory.STUDENT, "MS");
        var remark = new RosterRemark(RosterRemark.Kind.CARD_UNUSABLE, "😀".repeat(50_000));
        var person = new PlannedPerson(
                2,
                "u-1",
                RosterOutcome.RENAMED,
                Optional.of(known),
                facts,
                "C-1",
                List.of(remark),
                List.of(new Change("GRADE", "", "08")));
        var nobody = new PlannedPerson(
                0, "u-2", RosterOutcome.NEW, Optional.empty(), PatronFacts.NONE, "", List.of(), List.of());
        var row = new RowChange(RowChange.Kind.ENROLMENT, "e", Optional.empty(), Optional.of(List.of("c", "", "ʻ")));
        var gone = new RowChange(RowChange.Kind.TERM, "t", Optional.of(List.of("Year")), Optional.empty());
        try (var plan = new PlanSpool()) {
            plan.person(person);
            plan.person(nobody);
            plan.row(row);
            plan.row(gone);
            for (var turn = 0; turn < 2; turn++) {
                assertThat(all(plan.people())).containsExactly(person, nobody);
                assertThat(all(plan.enrolments())).containsExactly(row);
                assertThat(all(plan.classes())).containsExactly(gone);
            }
        }
    }

    @Test
    void rowsComeInPagesOneAfterTheOther() throws SQLException {
        try (var plan = new PlanSpool()) {
            for (var i = 0; i < 25; i++)
                plan.row(new RowChange(RowChange.Kind.CLASS, "c" + i, Optional.empty(), Optional.of(List.of("x"))));
            var pages = new ArrayList<String>();
            plan.classes().each(10, (rows, before) -> pages.add(before + "+" + rows.size()));
            assertThat(pages).containsExactly("0+10", "10+10", "20+5");
        }
    }

    @Test
    void textsAreFoundAtTheirPlacesWhileMoreAreWritten() {
        try (var texts = new SpooledTexts()) {
            var places = new HashMap<Integer, Long>();
            for (var i = 0; i < 5_000; i++) {
                places.put(i, texts.add("id-" + i, "Größe " + i, ""));
                var before = i / 2;
                assertThat(texts.get(places.get(before))).containsExactly("id-" + before, "Größe " + before, "");
            }
        }
    }

    @Test
    void idsThatAreNearlyTheSameAreNotTheSame() {
        var set = new TextSet();
        assertThat(IntStream.range(0, 300_000).allMatch(i -> set.add("place-" + i / 6 + "-" + i % 6)))
                .isTrue();
        assertThat(set.contains("place-0-5")).isTrue();
        assertThat(set.contains("place-0-6")).isFalse();
        assertThat(set.add("place-49999-5")).isFalse();
    }

    @Property(tries = 50)
    void aSetOfNumbersIsASet(@ForAll @Size(max = 3_000) List<@LongRange(min = 1) Long> numbers) {
        var set = new LongSet();
        var model = new HashSet<Long>();
        for (var number : numbers) assertThat(set.add(number)).isEqualTo(model.add(number));
        assertThat(numbers).allMatch(set::contains);
    }

    @Property(tries = 50)
    void aMapOfNumbersIsAMap(@ForAll @Size(max = 3_000) List<@LongRange(min = 1, max = 4_000) Long> keys) {
        var map = new LongMap();
        var model = new HashMap<Long, Long>();
        for (var i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            if (i % 2 == 0) {
                map.put(key, i);
                model.put(key, (long) i);
            } else {
                var before = model.putIfAbsent(key, (long) i);
                assertThat(map.putIfAbsent(key, i)).isEqualTo(before == null ? LongMap.NONE : before);
            }
        }
        model.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
        assertThat(map.get(5_000)).isEqualTo(LongMap.NONE);
        assertThat(map.sortedKeys())
                .containsExactly(model.keySet().stream()
                        .sorted()
                        .mapToLong(Long::longValue)
                        .toArray());
    }

    private static <T> List<T> all(SpooledRows<T> rows) throws SQLException {
        var all = new ArrayList<T>();
        rows.each(1, (some, before) -> all.addAll(some));
        return all;
    }
}
