package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.catalog.CopyStatement;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.rules.MatchDecision.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules over whole files: the K-12 set of 290 titles, and the meaning of the hand-made odd ones. */
class SampleSetTest {
    private static final int THIS_YEAR = 2026;

    @Test
    void the_school_set_has_its_titles_copies_and_levels() throws Exception {
        var records = k12().stream()
                .map(record -> RecordMapping.map(record, THIS_YEAR))
                .toList();
        assertThat(records)
                .hasSize(290)
                .allMatch(record -> !record.titles().main().isEmpty());
        assertThat(records).allMatch(record -> record.publication().yearOrZero() > 0);
        assertThat(records).allMatch(record -> record.identifiers().isbns().size() == 1);
        assertThat(records.stream().filter(record -> record.audience().lexile() != null))
                .hasSize(77);
        assertThat(records.stream().filter(record -> record.audience().arLevel() != null))
                .hasSize(77);
        assertThat(records).allMatch(record -> record.audience().gradeFrom() != null);
        assertThat(records.stream().filter(record -> record.kind() == Kind.GRAPHIC_NOVEL))
                .hasSize(13);
        assertThat(records.stream().filter(record -> record.languages().contains("spa")))
                .hasSize(5);
    }

    @Test
    void every_series_of_the_school_set_is_there_once_with_its_number() throws Exception {
        var series = k12().stream()
                .flatMap(record -> RecordMapping.map(record, THIS_YEAR).series().stream())
                .toList();
        assertThat(series).hasSize(118).allMatch(one -> one.number() != null);
        assertThat(series.stream()
                        .filter(one -> one.title().equals("Harry Potter"))
                        .map(BibRecord.Series::number))
                .contains(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
    }

    @Test
    void a_title_of_the_school_set_in_full() throws Exception {
        var record = RecordMapping.map(k12().getFirst(), THIS_YEAR);
        assertThat(record.titles().main()).isEqualTo("Harry Potter and the sorcerer's stone");
        assertThat(record.titles().responsibility()).isEqualTo("by J. K. Rowling ; illustrated by Mary GrandPré");
        assertThat(record.names().all()).containsExactly("Rowling, J. K.", "GrandPré, Mary");
        assertThat(record.series()).containsExactly(new BibRecord.Series("Harry Potter", 1.0, "#1"));
        assertThat(record.publication().publisher()).isEqualTo("Arthur A. Levine Books");
        assertThat(record.audience())
                .isEqualTo(new BibRecord.Audience('c', 3, 6, null, null, 880, "880L", 5.5, 9.3, "MG"));
        assertThat(record.topics().subjects())
                .startsWith("Potter, Harry (Fictitious character) -- Juvenile fiction", "Wizards -- Juvenile fiction");
        assertThat(record.classNumbers()).containsExactly("FIC");
    }

    @Test
    void the_604_copies_are_read_without_a_doubt_and_stand_in_shelf_order() throws Exception {
        var copies = new ArrayList<CopyStatement>();
        for (var record : k12())
            copies.addAll(CopyMapping.copies(record, CopyPreset.detect(record).orElseThrow()));
        assertThat(copies).hasSize(604).allMatch(copy -> copy.findings().isEmpty());
        assertThat(copies).allMatch(copy -> copy.priceCents() != null && copy.acquired() != null);
        var barcodes = new HashSet<String>();
        assertThat(copies).allMatch(copy -> barcodes.add(copy.barcode()));
        var sections = copies.stream()
                .filter(copy -> copy.callNumber().prefix().isEmpty())
                .sorted(Comparator.comparing(copy -> ShelfKey.of(copy.callNumber())))
                .map(copy -> copy.callNumber().classNumber().replaceAll("[0-9.]+", "000"))
                .toList();
        assertThat(sections.stream().distinct()).containsExactly("E", "FIC", "GN", "000", "B");
    }

    @Test
    void no_title_of_the_school_set_is_taken_for_another() throws Exception {
        var records = k12().stream()
                .map(record -> RecordMapping.map(record, THIS_YEAR))
                .toList();
        var candidates = new ArrayList<Candidate>();
        for (var record : records) candidates.add(new Candidate(candidates.size(), record));
        for (var id = 0; id < records.size(); id++) {
            var others = new ArrayList<>(candidates);
            others.remove(id);
            assertThat(Matching.decide(records.get(id), others)).isEqualTo(new MatchDecision.NoMatch());
            assertThat(Matching.decide(records.get(id), candidates)).isInstanceOfSatisfying(Match.class, match -> {});
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            same-title-twice-in-file.mrc, ISBN
            nfc-vs-nfd.mrc,               TITLE
            """)
    void two_records_of_one_file_are_one_title(String file, MatchKey.Kind by) {
        var records = malformed(file);
        var decision = Matching.decide(records.get(1), List.of(new Candidate(1, records.get(0))));
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Match.class, match -> assertThat(match.key().kind()).isEqualTo(by));
    }

    @Test
    void two_books_under_one_control_number_are_a_conflict() {
        var records = malformed("duplicate-001.mrc");
        assertThat(Matching.decide(records.get(1), List.of(new Candidate(1, records.get(0)))))
                .isInstanceOf(MatchDecision.Conflict.class);
    }

    @Test
    void odd_dates_titles_and_articles() {
        assertThat(malformed("dates-zoo.mrc").stream()
                        .map(record -> record.publication().yearOrZero()))
                .containsExactly(2010, 0, 0, 1970, 2012, 0, 1999, 0);
        assertThat(malformed("no-title.mrc"))
                .hasSize(5)
                .allMatch(record -> record.titles().main().isEmpty());
        assertThat(malformed("nonfiling-zoo.mrc").stream()
                        .map(record -> record.titles().sort()))
                .containsExactly("It", "cat", "dog", "enfant", "the", "A\" is for apple", "1984");
        assertThat(malformed("weird-001.mrc").getFirst().identifiers().controlNumber())
                .isEqualTo("a/b?c=1&d=\"<x>' ; DROP TABLE--");
        assertThat(malformed("hostile-text.mrc").getFirst().links()).isEmpty();
        assertThat(malformed("real-packed-041.mrc").getFirst().languages())
                .containsExactly("eng", "fre", "ger", "ita", "spa", "rus");
        assertThat(malformed("real-ol-ithaca_two_856u.mrc").getFirst().links()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "koha-sample-435.xml, 435",
        "evergreen-concerto-bibs.xml, 339",
        "opera-43.xml, 43",
        "bad-isbns-10.xml, 10",
        "mixed-30-marcxml.xml, 30",
        "loc-name-authorities.xml, 20",
        "serials-mfhd-holdings.xml, 7",
        "mixed-30-marc-in-json-lines.json, 30",
        "koha-sample-435-items-952.mrc, 435",
        "evergreen-concerto-items-852.mrc, 339",
        "nepali-96-utf8.mrc, 96",
        "pride-and-prejudice-383-utf8.mrc, 383",
        "cjk-19-utf8.mrc, 19",
        "multi-script-11-utf8.mrc, 11",
        "loc-books-100-utf8.mrc, 100"
    })
    void real_files_are_mapped_to_the_last_record(String file, int count) throws Exception {
        var records = read(file);
        assertThat(records).hasSize(count);
        for (var record : records) {
            assertThat(RecordMapping.map(record, THIS_YEAR).titles()).isNotNull();
            CopyPreset.detect(record).ifPresent(preset -> assertThat(CopyMapping.copies(record, preset))
                    .isNotNull());
        }
    }

    @Test
    void the_same_records_in_three_formats_mean_the_same() throws Exception {
        var xml = map(read("mixed-30-marcxml.xml"));
        assertThat(map(read("mixed-30-marc-in-json-lines.json"))).isEqualTo(xml);
        assertThat(map(read("mixed-30-utf8.mrc"))).isEqualTo(xml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "same-title-twice-in-file.mrc",
                "nfc-vs-nfd.mrc",
                "isbn-zoo.mrc",
                "duplicate-001.mrc",
                "dates-zoo.mrc"
            })
    void what_an_import_maps_is_matched_just_like_the_whole(String file) {
        var records = SampleFiles.iso(SampleFiles.file("malformed/" + file));
        var whole =
                records.stream().map(one -> RecordMapping.map(one, THIS_YEAR)).toList();
        var facts = records.stream()
                .map(one -> RecordMapping.matchFacts(one, THIS_YEAR))
                .toList();
        var wholes = new ArrayList<Candidate>();
        var shorts = new ArrayList<Candidate>();
        for (var i = 0; i < records.size(); i++) {
            assertThat(MatchKeys.of(facts.get(i))).isEqualTo(MatchKeys.of(whole.get(i)));
            assertThat(Matching.decide(facts.get(i), shorts)).isEqualTo(Matching.decide(whole.get(i), wholes));
            wholes.add(new Candidate(i + 1, whole.get(i)));
            shorts.add(new Candidate(i + 1, facts.get(i)));
        }
    }

    @Test
    void every_koha_item_and_every_evergreen_copy_is_read() throws Exception {
        assertThat(copies(read("koha-sample-435-items-952.mrc"), CopyPreset.KOHA_952))
                .isEqualTo(958);
        assertThat(copies(read("evergreen-concerto-items-852.mrc"), CopyPreset.K12_852))
                .isGreaterThanOrEqualTo(3694);
    }

    private static long copies(List<MarcRecord> records, CopyPreset preset) {
        return records.stream()
                .mapToLong(record -> CopyMapping.copies(record, preset).size())
                .sum();
    }

    private static List<MarcRecord> k12() throws IOException, XMLStreamException {
        return SampleFiles.xml(SampleFiles.file("k12-starter-290.xml"));
    }

    private static List<BibRecord> malformed(String file) {
        return map(SampleFiles.iso(SampleFiles.file("malformed/" + file)));
    }

    private static List<BibRecord> map(List<MarcRecord> records) {
        return records.stream()
                .map(record -> RecordMapping.map(record, THIS_YEAR))
                .toList();
    }

    private static List<MarcRecord> read(String file) throws IOException, XMLStreamException {
        var path = SampleFiles.file(file);
        if (file.endsWith(".xml")) return SampleFiles.xml(path);
        return file.endsWith(".json") ? SampleFiles.jsonLines(path) : SampleFiles.iso(path);
    }
}
