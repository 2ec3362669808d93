package org.carrel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that a spreadsheet reads back as they were, and never as a formula. */
public class CsvTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void aFormulaIsText(String formula) { // ST-06
        assertThat(parse(Csv.row(List.of(formula, "x")))).containsExactly("'" + formula, "x");
    }

    @Property
    void cellsComeBackAsTheyWere(
            @ForAll @NotEmpty List<
                                    @Chars({'=', '+', '-', '@', '\t', '\r', '\n', ',', '"', '\'', 'é'})
                                    @CharRange(from = 'a', to = 'd') String>
                            cells) {
        var read = parse(Csv.row(cells));
        assertThat(read).hasSameSizeAs(cells);
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var guarded = !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0;
            assertThat(read.get(i)).isEqualTo(guarded ? "'" + cell : cell);
        }
    }

    /** RFC 4180, one row. */
    public static List<String> parse(String row) {
        assertThat(row).endsWith("\r\n");
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < row.length() - 2; i++) {
            var c = row.charAt(i);
            if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') cell.append(row.charAt(++i));
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else cell.append(c);
        }
        cells.add(cell.toString());
        return cells;
    }
}
