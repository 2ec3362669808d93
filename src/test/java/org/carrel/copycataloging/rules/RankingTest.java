package org.carrel.copycataloging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.carrel.copycataloging.FoundRecord;
import org.carrel.copycataloging.RecordMerit.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {
    private static final String ISBN = "9780064400558";

    private static DataField field(String tag, String codesAndTexts) {
        var subfields = new ArrayList<Subfield>();
        for (var part : codesAndTexts.split("\\$"))
            if (!part.isEmpty()) subfields.add(new Subfield(part.charAt(0), part.substring(1)));
        return new DataField(tag, ' ', ' ', subfields);
    }

    private static FoundRecord found(String key, char level, String target, MarcField... fields) {
        var whole = new MarcRecord("00000nam a2200000" + level + "i 4500", List.of(fields));
        return new FoundRecord(key, whole, "", List.of(target), Ranking.merit(whole, ISBN));
    }

    private static final DataField TITLE = field("245", "$aCharlotte’s web /$cE. B. White.");
    private static final DataField NUMBER = field("020", "$a0064400557 (pbk.)");

    @Test
    void theBookThatWasScannedComesBeforeEverythingElse() {
        var other = found(
                "other",
                ' ',
                "A",
                field("020", "$a9780439064866"),
                TITLE,
                field("650", "$aPigs"),
                field("082", "$a[Fic]"));
        var scanned = found("scanned", '8', "B", NUMBER, field("245", "$aCharlotte"));
        assertThat(Ranking.ranked(List.of(other, scanned)))
                .extracting(FoundRecord::key)
                .containsExactly("scanned", "other");
    }

    @Test
    void aFullRecordComesBeforeAPoorOneAndOneThatCanBeReadBeforeOneThatCannot() {
        var german = found(
                "german",
                ' ',
                "A",
                NUMBER,
                TITLE,
                field("300", "$a1 S."),
                field("040", "$aX$bger"),
                field("650", "$aSchwein"));
        var poor = found(
                "poor",
                '7',
                "B",
                NUMBER,
                TITLE,
                field("300", "$a2 p."),
                field("650", "$aPigs"),
                field("520", "$aA pig."));
        var full = found("full", ' ', "C", NUMBER, TITLE, field("300", "$a3 p."));
        assertThat(Ranking.ranked(List.of(german, poor, full)))
                .extracting(FoundRecord::key)
                .containsExactly("full", "poor", "german");
    }

    @Test
    void whatIsTheSameStandsOnceWithAllWhoHaveIt() {
        var one = found("one", ' ', "A", NUMBER, TITLE);
        var same = found("same", ' ', "B", NUMBER, field("245", "$aCHARLOTTE’S WEB"), field("650", "$aPigs"));
        assertThat(Ranking.ranked(List.of(one, same))).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("same");
            assertThat(record.targets()).containsExactly("B", "A");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "' ', FULL",
        "1, FULL",
        "I, FULL",
        "7, LESS",
        "K, LESS",
        "8, PRELIMINARY",
        "5, PRELIMINARY",
        "u, PRELIMINARY"
    })
    void levelsAreThoseOfTheLeader(char code, Level level) {
        assertThat(found("x", code, "A", TITLE).merit().level()).isEqualTo(level);
    }

    @Provide
    Arbitrary<FoundRecord> records() {
        var some = Arbitraries.of(
                        NUMBER,
                        field("082", "$a636.4"),
                        field("650", "$aPigs"),
                        field("520", "$aA pig."),
                        field("521", "$aAges 8-12"),
                        field("040", "$aX$beng"),
                        field("040", "$aX$bger"))
                .list()
                .ofMaxSize(6);
        return Combinators.combine(
                        Arbitraries.of(' ', '7', '8'),
                        Arbitraries.of("A", "B", "C"),
                        Arbitraries.of("1", "2", "3"),
                        some)
                .as((level, target, title, fields) -> {
                    var all = new ArrayList<MarcField>(fields);
                    all.add(field("245", "$aTitle " + title));
                    return found(
                            level + target + title + fields.hashCode(), level, target, all.toArray(MarcField[]::new));
                });
    }

    @Property
    void nothingIsLostAndTheBestIsNeverWorseThanAnother(
            @ForAll("records") FoundRecord first, @ForAll("records") FoundRecord second) {
        var ranked = Ranking.ranked(List.of(first, second));
        assertThat(ranked.stream().flatMap(record -> record.targets().stream()))
                .contains(first.targets().getFirst(), second.targets().getFirst());
        if (first.merit().isbn() != second.merit().isbn())
            assertThat(ranked.getFirst().merit().isbn()).isTrue();
    }

    @Property
    void theOrderOfArrivalChangesNothingButTies(@ForAll("manyRecords") List<FoundRecord> all, @ForAll Random random) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        assertThat(Ranking.ranked(shuffled))
                .extracting(FoundRecord::merit)
                .containsExactlyElementsOf(
                        Ranking.ranked(all).stream().map(FoundRecord::merit).toList());
    }

    @Provide
    Arbitrary<List<FoundRecord>> manyRecords() {
        return records().list().ofMaxSize(8);
    }
}
