package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.EditorRow;
import org.carrel.catalog.EditorRows;
import org.junit.jupiter.api.Test;

class OriginalScriptTest {
    private static final EditorRow NUMBER = new EditorRow(true, "001", "", "", "c1");
    private static final EditorRow TITLE = new EditorRow(false, "245", "1", "0", "$aHong lou meng /$cCao Xueqin.");

    @Test
    void aFieldAndItsPartnerNameEachOther() {
        var made = OriginalScript.of(List.of(NUMBER, TITLE), 1);
        assertThat(made)
                .isEqualTo(new EditorRows(
                        List.of(
                                NUMBER,
                                new EditorRow(false, "245", "1", "0", "$6880-01$aHong lou meng /$cCao Xueqin."),
                                new EditorRow(false, "880", "1", "0", "$6245-01$a")),
                        2));
    }

    @Test
    void eachPairHasANumberOfItsOwn() {
        var linked = new EditorRow(false, "100", "1", "#", "$6880-04$aCao, Xueqin.");
        var partner = new EditorRow(false, "880", "1", "#", "$6100-04/$1$a曹雪芹");
        var made = OriginalScript.of(List.of(linked, TITLE, partner), 1);
        assertThat(made.rows().get(1).text()).startsWith("$6880-05$a");
        assertThat(made.rows().getLast().text()).isEqualTo("$6245-05$a");
    }

    @Test
    void whoHasAPartnerLeadsToIt() {
        var rows = OriginalScript.of(List.of(TITLE, NUMBER), 0).rows();
        assertThat(OriginalScript.of(rows, 0)).isEqualTo(new EditorRows(rows, 2));
        assertThat(OriginalScript.of(rows, 2)).isEqualTo(new EditorRows(rows, 0));
        var alone = List.of(new EditorRow(false, "245", "1", "0", "$6880-07$aAlone"));
        assertThat(OriginalScript.of(alone, 0)).isEqualTo(new EditorRows(alone, 0));
    }

    @Test
    void whatCanHaveNoneStaysAsItIs() {
        var without = new EditorRow(false, "880", "1", "0", "$6245-00$aNo partner");
        var begun = new EditorRow(false, "", "", "", "");
        var rows = List.of(NUMBER, without, begun);
        for (var at = 0; at < rows.size(); at++)
            assertThat(OriginalScript.of(rows, at)).isEqualTo(new EditorRows(rows, at));
        var full = new ArrayList<EditorRow>(List.of(TITLE));
        full.add(new EditorRow(false, "880", "1", "0", "$6100-99$aLast"));
        assertThat(OriginalScript.of(full, 0)).isEqualTo(new EditorRows(full, 0));
    }
}
