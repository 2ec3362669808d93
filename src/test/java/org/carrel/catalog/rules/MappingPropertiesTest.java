package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/** Whatever a file holds, mapping ends with a record and never with an exception. */
class MappingPropertiesTest {
    private static final String[] TAGS = {
        "008", "007", "001", "010", "020", "022", "035", "041", "050", "082", "092", "100", "110", "111", "130", "240",
        "245", "246", "250", "260", "264", "300", "336", "338", "440", "490", "505", "520", "521", "526", "586", "600",
        "650", "655", "700", "800", "830", "852", "856", "880", "949", "952", "ISB", "000", ""
    };
    private static final String[] TEXTS = {
        "",
        " ",
        ".",
        "/",
        "<>.",
        "[...]",
        "\u0000",
        "\u200F",
        "🐶",
        "The",
        "A",
        "L'",
        "a.",
        "880-01/$1",
        "245-01",
        "245-00",
        "999999999999999999999",
        "9".repeat(300),
        "-1",
        "$",
        "K-",
        "-3",
        "99-1",
        "Lexile",
        "BR",
        "FSC@",
        "FSC@c",
        "FUND:",
        "MMMMMMMMM",
        "[i.e. ]",
        "v.",
        "#",
        "(",
        ")",
        "http://",
        "é\u0301",
        "\uD800",
        "9780439708180",
        "20240230",
        "1,,2.,3"
    };

    @Property
    void mapping_never_fails_and_titles_hold_their_promises(@ForAll("records") MarcRecord record) {
        var mapped = RecordMapping.map(record, 2026);
        var titles = mapped.titles();
        assertThat(titles.sort().isEmpty()).isEqualTo(titles.main().isEmpty());
        assertThat(mapped.publication().yearOrZero()).matches(year -> year == 0 || year >= 1000 && year <= 2027);
        assertThat(mapped.languages())
                .allMatch(code -> code.matches("[a-z]{3}"))
                .doesNotHaveDuplicates();
        assertThat(mapped.identifiers().isbns())
                .allMatch(isbn -> Isbn.parse(isbn).isPresent());
        assertThat(mapped.links())
                .allMatch(link -> link.url().toLowerCase(Locale.ROOT).startsWith("http"));
        assertThat(MatchKeys.of(mapped)).allMatch(key -> !key.value().isBlank());
        assertThat(RecordFindings.of(record)).isNotNull();
    }

    @Property
    void copies_never_fail_and_have_keys_that_fit(@ForAll("records") MarcRecord record, @ForAll CopyPreset preset) {
        for (var copy : CopyMapping.copies(record, preset)) {
            assertThat(ShelfKey.of(copy.callNumber())).isNotEmpty().hasSizeLessThanOrEqualTo(ShelfKey.MAX_LENGTH);
            var cents = copy.priceCents();
            assertThat(cents == null || cents >= 0).isTrue();
        }
    }

    @Provide
    Arbitrary<MarcRecord> records() {
        var leaders =
                Arbitraries.strings().withChars("acdefgijkmoprtsbiz |1\u0014").ofLength(MarcRecord.LEADER_LENGTH);
        return Combinators.combine(leaders, fields()).as(MarcRecord::new);
    }

    private static Arbitrary<List<MarcField>> fields() {
        var texts =
                Arbitraries.oneOf(Arbitraries.of(TEXTS), Arbitraries.strings().ofMaxLength(45));
        var tags = Arbitraries.of(TAGS);
        Arbitrary<MarcField> control = Combinators.combine(tags, texts).as(ControlField::new);
        var codes = Arbitraries.chars().with("abcdefghijklmnopqrstuvwxyz0123456789$ ");
        var subfields =
                Combinators.combine(codes, texts).as(Subfield::new).list().ofMaxSize(5);
        var indicators = Arbitraries.chars().with(" 0123456789x");
        Arbitrary<MarcField> data =
                Combinators.combine(tags, indicators, indicators, subfields).as(DataField::new);
        return Arbitraries.frequencyOf(Tuple.of(1, control), Tuple.of(4, data))
                .list()
                .ofMaxSize(12);
    }
}
