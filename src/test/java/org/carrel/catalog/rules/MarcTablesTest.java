package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import org.carrel.catalog.CodeMeaning;
import org.carrel.catalog.FieldDefinition;
import org.carrel.catalog.IndicatorDefinition;
import org.carrel.catalog.SubfieldDefinition;
import org.carrel.catalog.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the MARC 21 format agree with themselves and speak both languages. */
class MarcTablesTest {
    @Test
    void every_field_has_both_names_and_no_tag_or_subfield_is_there_twice() {
        var tags = new HashSet<String>();
        assertThat(MarcTables.fields()).hasSizeGreaterThan(240).allSatisfy(field -> {
            assertThat(field.tag()).matches("[0-9]{3}|[0-9]{2}X|9XX");
            assertThat(tags.add(field.tag())).as(field.tag()).isTrue();
            speaks(field.name());
            assertThat(field.subfields()).extracting(SubfieldDefinition::code).doesNotHaveDuplicates();
            field.subfields().forEach(subfield -> speaks(subfield.name()));
        });
    }

    @Test
    void every_indicator_has_values_that_differ_or_is_undefined_and_blank() {
        assertThat(MarcTables.fields()).allSatisfy(field -> {
            for (var indicator : new IndicatorDefinition[] {field.ind1(), field.ind2()}) {
                assertThat(indicator.values()).extracting(CodeMeaning::code).doesNotHaveDuplicates();
                assertThat(indicator.values()).allMatch(value -> value.code().matches("[ 0-9]"));
                assertThat(indicator.values().isEmpty())
                        .as(field.tag())
                        .isEqualTo(indicator.name().isEmpty());
                indicator.values().forEach(value -> speaks(value.meaning()));
                if (indicator.name().isEmpty())
                    assertThat(indicator.accepts(' ')).isTrue();
            }
        });
    }

    /** The fields a school meets have a sentence of help in both languages, and all but 006 show an example. */
    @Test
    void the_fields_schools_use_have_help_and_an_example() {
        var helped = MarcTables.fields().stream()
                .filter(field -> !field.help().isEmpty())
                .toList();
        assertThat(helped).hasSizeGreaterThanOrEqualTo(60).allSatisfy(field -> {
            speaks(field.help());
            assertThat(field.help().english()).endsWith(".");
            assertThat(field.help().spanish())
                    .endsWith(".")
                    .isNotEqualTo(field.help().english());
        });
        assertThat(helped)
                .filteredOn(field -> field.example().isEmpty())
                .extracting(FieldDefinition::tag)
                .containsExactly("006");
    }

    @ParameterizedTest
    @CsvSource({"245, 245", "099, 09X", "591, 59X", "690, 69X", "949, 949", "970, 9XX", "049, 9XX", "659, 9XX"})
    void a_local_tag_belongs_to_its_family(String tag, String family) {
        assertThat(MarcTables.field(tag)).map(FieldDefinition::tag).contains(family);
    }

    @ParameterizedTest
    @CsvSource({"081", "123", "24", "2455", "AAA", "''"})
    void other_tags_are_undefined(String tag) {
        assertThat(MarcTables.field(tag)).isEmpty();
    }

    @Test
    void the_title_statement_in_full() {
        var field = MarcTables.field("245").orElseThrow();
        assertThat(field.name().in(Locale.ENGLISH)).isEqualTo("Title statement");
        assertThat(field.name().in(Locale.of("es", "MX"))).isEqualTo("Mención de título");
        assertThat(field.repeatable()).isFalse();
        assertThat(field.ind2().values()).hasSize(10);
        assertThat(field.subfields())
                .extracting(SubfieldDefinition::code)
                .containsExactly('a', 'b', 'c', 'f', 'g', 'h', 'k', 'n', 'p', 's', '6', '8', '7');
        assertThat(field.accepts('d')).as("valid once").isTrue();
        assertThat(field.accepts('9')).as("local everywhere").isTrue();
        assertThat(field.accepts('x')).isFalse();
        assertThat(MarcTables.isObsolete("440")).isTrue();
    }

    @Test
    void languages_and_countries_are_whole_and_named_twice() {
        assertThat(MarcTables.languages()).hasSize(486).allSatisfy(code -> {
            assertThat(code.code()).matches("[a-z]{3}");
            speaks(code.meaning());
        });
        assertThat(MarcTables.countries()).hasSizeGreaterThan(320).allSatisfy(code -> {
            assertThat(code.code()).matches("[a-z]{3}|[a-z]{2} ");
            speaks(code.meaning());
        });
        assertThat(MarcTables.language("spa").map(Wording::spanish)).contains("español");
        assertThat(MarcTables.country("mx ").map(Wording::english)).contains("Mexico");
    }

    private static void speaks(Wording wording) {
        assertThat(wording.english()).isNotBlank();
        assertThat(wording.spanish()).isNotBlank();
    }
}
