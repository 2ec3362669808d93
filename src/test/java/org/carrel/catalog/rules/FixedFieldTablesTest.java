package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.carrel.catalog.CodeMeaning;
import org.carrel.catalog.FixedFieldTable;
import org.carrel.catalog.FixedPosition;

/** Leader, 006, 007 and 008 by position. */
class FixedFieldTablesTest {
    /** However long the data is, one position changes and every other one reads as before. */
    @Property
    void changing_a_position_leaves_every_other_one_alone(
            @ForAll("tables") FixedFieldTable table,
            @ForAll @StringLength(max = 60) @CharRange(from = ' ', to = '~') String data,
            @ForAll @StringLength(min = 4, max = 4) @CharRange(from = 'a', to = 'z') String letters) {
        for (var position : table.positions()) {
            var value = letters.repeat(3).substring(0, position.length());
            var changed = FixedFieldTable.with(data, position, value);
            assertThat(FixedFieldTable.read(changed, position)).isEqualTo(value);
            for (var at = 0; at < Math.max(data.length(), changed.length()); at++) {
                if (at >= position.start() && at < position.end()) continue;
                assertThat(at(changed, at)).isEqualTo(at(data, at));
            }
            assertThat(changed.length())
                    .isEqualTo(data.equals(changed) ? data.length() : Math.max(data.length(), position.end()));
            assertThat(FixedFieldTable.with(data, position, FixedFieldTable.read(data, position)))
                    .isEqualTo(data);
        }
    }

    @Example
    void a_value_that_does_not_fit_is_a_mistake_of_the_program() {
        var table = FixedFieldTables.of(Marc.book());
        assertThatThrownBy(() -> FixedFieldTable.with("", table.positions().getFirst(), "1234567"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void positions_are_in_order_inside_the_field_and_their_codes_fit() {
        assertThat(FixedFieldTables.all()).hasSize(30).allSatisfy(table -> {
            var end = 0;
            for (var position : table.positions()) {
                assertThat(position.start())
                        .as(table.field() + " " + table.key())
                        .isGreaterThanOrEqualTo(end);
                end = position.end();
                assertThat(position.codes()).extracting(CodeMeaning::code).doesNotHaveDuplicates();
                var width = position.each() ? 1 : position.length();
                assertThat(position.codes()).allMatch(code -> code.code().length() == width);
                assertThat(position.name().spanish()).isNotBlank();
            }
            assertThat(end).isLessThanOrEqualTo(table.length());
        });
    }

    @Example
    void the_leader_says_which_table_reads_008() {
        assertThat(key("nam")).isEqualTo("books");
        assertThat(key("nas")).isEqualTo("serials");
        assertThat(key("ngm")).isEqualTo("visual");
        assertThat(key("njm")).isEqualTo("music");
        assertThat(key("nem")).isEqualTo("maps");
        assertThat(key("nmm")).isEqualTo("computer");
        assertThat(key("npc")).isEqualTo("mixed");
        assertThat(FixedFieldTables.of006("m").map(FixedFieldTable::key)).contains("computer");
        assertThat(FixedFieldTables.of006("s").map(FixedFieldTable::key)).contains("serials");
        assertThat(FixedFieldTables.of007("vd").map(FixedFieldTable::length)).contains(9);
        assertThat(FixedFieldTables.of007("")).isEmpty();
    }

    @Example
    void audience_stands_in_006_17_characters_before_its_place_in_008() {
        var table = FixedFieldTables.of006("a").orElseThrow();
        assertThat(table.positions()).extracting(FixedPosition::label).startsWith("00", "01-04", "05", "06");
        assertThat(FixedFieldTables.of(Marc.book()).positions())
                .filteredOn(position -> position.start() == 22)
                .extracting(position -> position.name().english())
                .containsExactly("Target audience");
    }

    @Example
    void fill_and_obsolete_codes_are_no_mistakes() {
        var table = FixedFieldTables.of(Marc.book());
        var illustrations = table.positions().stream()
                .filter(one -> one.start() == 18)
                .findFirst()
                .orElseThrow();
        assertThat(illustrations.accepts("ab||")).isTrue();
        assertThat(illustrations.accepts("ab9 ")).isFalse();
        var language = table.positions().stream()
                .filter(one -> one.start() == 35)
                .findFirst()
                .orElseThrow();
        assertThat(List.of("eng", "scr", "|||")).allMatch(language::accepts);
        assertThat(List.of("   ", "xyz", "am ", "jm ")).noneMatch(language::accepts);
    }

    @Provide
    Arbitrary<FixedFieldTable> tables() {
        return Arbitraries.of(FixedFieldTables.all());
    }

    private static char at(String text, int position) {
        return position < text.length() ? text.charAt(position) : ' ';
    }

    private static String key(String types) {
        return FixedFieldTables.of(Marc.record("00000" + types + " a2200000 i 4500", ""))
                .key();
    }
}
