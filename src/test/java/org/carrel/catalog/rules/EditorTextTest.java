package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.EditorProblem;
import org.carrel.catalog.EditorProblem.Kind;
import org.carrel.catalog.EditorRow;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.junit.jupiter.api.Test;

class EditorTextTest {
    private static final String LEADER = "00000nam a2200000 i 4500";

    @Test
    void aFieldReadsAsItIsTyped() {
        var field =
                new DataField("245", '1', '0', List.of(new Subfield('a', "Cash, $5 /"), new Subfield('c', "J. Doe.")));
        var row = EditorText.row(field);
        assertThat(row).isEqualTo(new EditorRow(false, "245", "1", "0", "$aCash, {dollar}5 /$cJ. Doe."));
        assertThat(EditorText.read(LEADER, List.of(row)).record()).contains(new MarcRecord(LEADER, List.of(field)));
    }

    @Test
    void ablankIsWrittenAsInTheDocumentation() {
        var row = EditorText.row(new DataField("500", ' ', ' ', List.of(new Subfield('a', "x"))));
        assertThat(row.ind1() + row.ind2()).isEqualTo("##");
        var typed = new EditorRow(false, "500", "", " ", "$ax");
        assertThat(EditorText.read(LEADER, List.of(typed))).isEqualTo(EditorText.read(LEADER, List.of(row)));
    }

    @Test
    void whatIsNoFieldIsToldAtItsRow() {
        var read = EditorText.read(
                "short",
                List.of(
                        new EditorRow(false, "24", "", "", "$ax"),
                        new EditorRow(false, "", "", "", ""),
                        new EditorRow(false, "245", "12", "", "$ax"),
                        new EditorRow(false, "245", "1", "", "The giver"),
                        new EditorRow(false, "245", "1", "", "$aThe $"),
                        new EditorRow(true, "008", "", "", "no subfields here")));
        assertThat(read.record()).isEmpty();
        assertThat(read.wrong())
                .containsExactly(
                        new EditorProblem(-1, Kind.LEADER),
                        new EditorProblem(0, Kind.TAG),
                        new EditorProblem(2, Kind.INDICATOR),
                        new EditorProblem(3, Kind.NO_SUBFIELD),
                        new EditorProblem(4, Kind.NO_CODE));
    }

    @Provide
    static Arbitrary<MarcField> fields() {
        var text = Arbitraries.strings()
                .withChars(
                        'a', '$', '{', '}', '\n', '\r', '\t', ' ', '#', 'é', '\u0301', '\u00a0', '\u200e', '+', 'U',
                        '0', 'A')
                .ofMaxLength(14);
        var written = Arbitraries.oneOf(text, Arbitraries.of("{dollar}", "{U+000A}", "$a", "{U+"));
        var code = Arbitraries.of('a', 'b', '0', '$', '{', ' ');
        var subfields =
                Combinators.combine(code, written).as(Subfield::new).list().ofMaxSize(4);
        var indicator = Arbitraries.of(' ', '0', '9', '#', '$', '{');
        return Arbitraries.oneOf(
                written.map(data -> new ControlField("008", data)),
                Combinators.combine(indicator, indicator, subfields)
                        .as((one, two, all) -> new DataField("245", one, two, all)));
    }

    /** Whatever stands in a record comes back as it was, by way of a form that turns line ends into its own. */
    @Property
    void nothingIsLostOnTheWay(@ForAll("fields") MarcField field) {
        var row = EditorText.row(field);
        var sent = new EditorRow(
                row.control(), row.tag(), row.ind1(), row.ind2(), row.text().replaceAll("\\R", "\r\n"));
        var read = EditorText.read(LEADER, new ArrayList<>(List.of(sent)));
        assertThat(read.wrong()).isEmpty();
        assertThat(read.record()).contains(new MarcRecord(LEADER, List.of(field)));
    }
}
