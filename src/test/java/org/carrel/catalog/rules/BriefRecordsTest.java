package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carrel.catalog.BriefRecord;
import org.carrel.catalog.BriefRecord.Audience;
import org.carrel.catalog.BriefRecord.Imprint;
import org.carrel.catalog.BriefRecord.Series;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.MarcTemplate;
import org.carrel.catalog.Material;

/** The plain form: a correct record out of it, and changes back into a record without touching the rest. */
class BriefRecordsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final BriefRecord DREAMING = new BriefRecord(
            Material.BOOK,
            "The dreaming",
            "a girl's story",
            List.of("Jacqueline Woodson", "Matt de la Peña"),
            new Imprint("New York", "Paulsen", "2014"),
            "337",
            "9780399252518",
            new Series("The Dreamers", "2"),
            List.of("Friendship -- Fiction"),
            List.of("South Carolina"),
            List.of("Novels in verse"),
            "She grows up.",
            "eng",
            new Audience('c', "4-6"));

    private static final MarcRecord RECORD = Marc.book(
            "020 ## $a9780399252518 (hardcover) :$c$$16.99",
            "100 1# $aWoodson, Jacqueline,$d1963-$eauthor.$0(uri)1",
            "245 10 $6880-01$aBrown girl /$cJacqueline Woodson.",
            "264 #1 $aNew York :$bPaulsen,$c[2001]",
            "264 #4 $c©2001",
            "300 ## $a337 pages :$billustrations ;$c22 cm",
            "490 1# $aDreamers ;$v2",
            "500 ## $aIncludes index.",
            "520 ## $aShe grows up.$cLC",
            "650 #0 $aFriendship$vFiction.",
            "650 #1 $aPoets$vFiction.",
            "700 1# $aPeña, Matt de la,$eillustrator.",
            "830 #0 $aDreamers ;$v2.",
            "880 10 $6245-01/(N$aДевочка.",
            "949 ## $aFIC WOO$i123");

    @Example
    void what_somebody_types_becomes_a_record_without_a_problem() {
        var record = BriefRecords.toMarc(DREAMING, TODAY);
        assertThat(RecordRules.check(record, TODAY)).isEmpty();
        assertThat(lines(record))
                .containsExactly(
                        "008 260302s2014    xx     c      000 0 eng d",
                        "020 ## $a9780399252518",
                        "040 ## $beng$erda",
                        "100 1# $aWoodson, Jacqueline,$eauthor.",
                        "245 14 $aThe dreaming :$ba girl's story /$cJacqueline Woodson, Matt de la Peña.",
                        "264 #1 $aNew York :$bPaulsen,$c2014.",
                        "300 ## $a337 pages",
                        "336 ## $atext$btxt$2rdacontent",
                        "337 ## $aunmediated$bn$2rdamedia",
                        "338 ## $avolume$bnc$2rdacarrier",
                        "490 1# $aThe Dreamers ;$v2",
                        "520 ## $aShe grows up.",
                        "521 2# $a4-6",
                        "650 #4 $aFriendship$xFiction.",
                        "651 #4 $aSouth Carolina.",
                        "655 #4 $aNovels in verse.",
                        "700 1# $aPeña, Matt de la,$eauthor.",
                        "830 #0 $aDreamers ;$v2.");
        assertThat(record.leader()).isEqualTo("00000nam a2200000 i 4500");
    }

    /** Whatever is typed, the record is right, and the form shows it again. */
    @Property(tries = 500)
    void a_new_record_is_right_and_reads_back(@ForAll("forms") BriefRecord form) {
        var record = BriefRecords.toMarc(form, TODAY);
        assertThat(RecordRules.check(record, TODAY)).isEmpty();
        var back = BriefRecords.of(record);
        assertThat(back.title()).isEqualTo(form.title());
        assertThat(back.subtitle()).isEqualTo(form.subtitle());
        assertThat(back.imprint()).isEqualTo(form.imprint());
        assertThat(back.series()).isEqualTo(form.series());
        assertThat(back.subjects()).isEqualTo(form.subjects());
        assertThat(back.material()).isEqualTo(form.material());
        assertThat(back.language()).isEqualTo(form.language());
        assertThat(back.authors()).hasSameSizeAs(form.authors());
        assertThat(BriefRecordEdit.apply(back, record)).isSameAs(record);
    }

    /** One line of the form changes, and only the fields named here change with it. */
    @Example
    void a_change_of_the_form_changes_only_its_fields() {
        onlyChanged(form -> with(form, "title", "A brown boy"), "245 12 $6880-01$aA brown boy /$cJacqueline Woodson.");
        onlyChanged(
                form -> with(form, "subtitle", "a memoir"),
                "245 10 $6880-01$aBrown girl :$ba memoir /$cJacqueline Woodson.");
        onlyChanged(form -> with(form, "summary", "He grows up."), "520 ## $aHe grows up.$cLC");
        onlyChanged(form -> with(form, "isbn", "0399252517"), "020 ## $a0399252517 (hardcover) :$c$16.99");
        onlyChanged(form -> with(form, "extent", "12 pages"), "300 ## $a12 pages :$billustrations ;$c22 cm");
        onlyChanged(form -> with(form, "language", "spa"), "008 240801s2001    nyua   c      000 1 spa d");
        onlyChanged(
                form -> with(form, "year", "2003"),
                "008 240801s2003    nyua   c      000 1 eng d",
                "264 #1 $aNew York :$bPaulsen,$c2003");
        onlyChanged(form -> with(form, "publisher", "Putnam"), "264 #1 $aNew York :$bPutnam,$c[2001]");
        onlyChanged(form -> with(form, "publisher", ""), "264 #1 $aNew York,$c[2001]");
        onlyChanged(form -> with(form, "number", "3"), "490 1# $aDreamers ;$v3", "830 #0 $aDreamers ;$v3.");
        onlyChanged(form -> with(form, "grades", "K-2"), "521 2# $aK-2");
        onlyChanged(form -> with(form, "audience", "j"), "008 240801s2001    nyua   j      000 1 eng d");
    }

    @Example
    void a_subject_more_is_own_words_and_the_others_stay() {
        var form = BriefRecords.of(RECORD);
        assertThat(form.subjects()).containsExactly("Friendship -- Fiction", "Poets -- Fiction");
        var more = subjects(form, List.of("Friendship -- Fiction", "Poets -- Fiction", "Otters"));
        assertThat(added(more)).containsExactly("650 #4 $aOtters.");
        var fewer = subjects(form, List.of("Poets -- Fiction"));
        assertThat(lines(BriefRecordEdit.apply(fewer, RECORD)))
                .isEqualTo(lines(RECORD).stream()
                        .filter(line -> !line.contains("Friendship"))
                        .toList());
    }

    @Example
    void a_year_that_becomes_known_is_coded() {
        var unknown = BriefRecords.toMarc(with(DREAMING, "year", ""), TODAY);
        assertThat(unknown.control("008")).contains("260302nuuuuuuuuxx     c      000 0 eng d");
        var known = BriefRecordEdit.apply(with(BriefRecords.of(unknown), "year", "c2014"), unknown);
        assertThat(known.control("008")).contains("260302s2014    xx     c      000 0 eng d");
        assertThat(RecordRules.check(known, TODAY)).isEmpty();
    }

    @Example
    void a_corrected_name_keeps_its_role_and_loses_the_dates_of_the_other() {
        var form = authors(BriefRecords.of(RECORD), List.of("Jacqueline Wilson", "Peña, Matt de la"));
        assertThat(added(form)).containsExactly("100 1# $aWilson, Jacqueline,$eauthor.");
    }

    @Example
    void when_the_first_author_goes_the_next_is_the_main_entry() {
        var form = authors(BriefRecords.of(RECORD), List.of("Peña, Matt de la"));
        assertThat(added(form)).containsExactly("100 1# $aPeña, Matt de la,$eillustrator.");
        var none = BriefRecordEdit.apply(authors(BriefRecords.of(RECORD), List.of()), RECORD);
        assertThat(none.data("245").findFirst()).map(DataField::ind1).contains('0');
        assertThat(none.data("100", "700")).isEmpty();
    }

    @Example
    void another_material_takes_its_codes_and_keeps_dates_language_and_audience() {
        var form = material(BriefRecords.of(RECORD), Material.DVD);
        var record = BriefRecordEdit.apply(form, RECORD);
        assertThat(record.leader()).startsWith("00000ngm");
        assertThat(record.control("008")).contains("240801s2001    nyunnn c          vleng d");
        assertThat(record.control("007")).contains("vd cvaizq");
        assertThat(BriefRecords.of(record).material()).isEqualTo(Material.DVD);
    }

    @Example
    void every_template_is_of_its_material_and_only_waits_to_be_filled() {
        assertThat(MarcTemplates.all())
                .extracting(MarcTemplate::material)
                .containsExactly(Stream.of(Material.values())
                        .filter(material -> material != Material.OTHER)
                        .toArray(Material[]::new));
        assertThat(MarcTemplates.all()).allSatisfy(template -> {
            var kinds = RecordRules.check(template.record(), TODAY).stream()
                    .filter(problem -> problem.kind() != RecordProblemKind.FIELD_EMPTY)
                    .map(problem -> problem.kind() + " " + problem.place().text())
                    .toList();
            assertThat(kinds).containsExactlyInAnyOrder("TITLE_MISSING 245$a", "DATE_FORM 008/07-10");
        });
    }

    private static void onlyChanged(UnaryOperator<BriefRecord> change, String... expected) {
        assertThat(added(change.apply(BriefRecords.of(RECORD)))).containsExactly(expected);
    }

    /** The lines of the changed record that the record did not have. */
    private static List<String> added(BriefRecord form) {
        var before = lines(RECORD);
        return lines(BriefRecordEdit.apply(form, RECORD)).stream()
                .filter(line -> !before.contains(line))
                .toList();
    }

    @Provide
    Arbitrary<BriefRecord> forms() {
        var words = Arbitraries.of(
                "The cat",
                "La casa",
                "A to Z",
                "Who?",
                "1984",
                "El Niño (storm)",
                "Dr. Dolittle",
                "Brown girl dreaming",
                "L'été");
        var some = Arbitraries.of("", "otters", "New York", "Houghton Mifflin Harcourt", "Ltd");
        var authors = Arbitraries.of(
                        "Jacqueline Woodson", "Woodson, Jacqueline", "Avi", "Dr. Seuss", "Martin Luther King Jr.")
                .list()
                .ofMaxSize(3)
                .uniqueElements();
        var series = Arbitraries.of(new Series("", ""), new Series("The Dreamers", ""), new Series("Dog Man", "bk. 3"));
        var imprints = Combinators.combine(some, some, Arbitraries.of("", "2014", "c1999", "[2001?]"))
                .as(Imprint::new);
        var materials = Arbitraries.of(Material.values()).filter(material -> material != Material.OTHER);
        var languages = Arbitraries.of("eng", "spa", "fre");
        var subjects = Arbitraries.of("Otters", "Friendship -- Fiction", "Cats -- Mexico")
                .list()
                .ofMaxSize(3);
        return Combinators.combine(materials, words, some, authors, imprints, series, subjects, languages)
                .as((material, title, subtitle, names, imprint, one, topics, language) -> new BriefRecord(
                        material,
                        title,
                        subtitle,
                        names,
                        imprint,
                        "12",
                        "9780399252518",
                        one,
                        topics,
                        List.of(),
                        List.of(),
                        "A story.",
                        language,
                        new Audience('j', "K-2")));
    }

    private static BriefRecord with(BriefRecord form, String part, String value) {
        var imprint = form.imprint();
        return new BriefRecord(
                form.material(),
                part.equals("title") ? value : form.title(),
                part.equals("subtitle") ? value : form.subtitle(),
                form.authors(),
                new Imprint(
                        imprint.place(),
                        part.equals("publisher") ? value : imprint.publisher(),
                        part.equals("year") ? value : imprint.year()),
                part.equals("extent") ? value : form.extent(),
                part.equals("isbn") ? value : form.isbn(),
                part.equals("number") ? new Series(form.series().title(), value) : form.series(),
                form.subjects(),
                form.places(),
                form.genres(),
                part.equals("summary") ? value : form.summary(),
                part.equals("language") ? value : form.language(),
                new Audience(
                        part.equals("audience")
                                ? value.charAt(0)
                                : form.audience().code(),
                        part.equals("grades") ? value : form.audience().grades()));
    }

    private static BriefRecord authors(BriefRecord form, List<String> authors) {
        return copy(form, form.material(), authors, form.subjects());
    }

    private static BriefRecord subjects(BriefRecord form, List<String> subjects) {
        return copy(form, form.material(), form.authors(), subjects);
    }

    private static BriefRecord material(BriefRecord form, Material material) {
        return copy(form, material, form.authors(), form.subjects());
    }

    private static BriefRecord copy(BriefRecord form, Material material, List<String> authors, List<String> subjects) {
        return new BriefRecord(
                material,
                form.title(),
                form.subtitle(),
                authors,
                form.imprint(),
                form.extent(),
                form.isbn(),
                form.series(),
                subjects,
                form.places(),
                form.genres(),
                form.summary(),
                form.language(),
                form.audience());
    }

    private static List<String> lines(MarcRecord record) {
        return record.fields().stream().map(BriefRecordsTest::line).toList();
    }

    private static String line(MarcField field) {
        return switch (field) {
            case ControlField control -> control.tag() + " " + control.data();
            case DataField data ->
                data.tag() + " " + shown(data.ind1()) + shown(data.ind2()) + " "
                        + data.subfields().stream()
                                .map(subfield -> "$" + subfield.code() + subfield.data())
                                .collect(Collectors.joining());
        };
    }

    private static char shown(char indicator) {
        return indicator == ' ' ? '#' : indicator;
    }
}
