package org.carrel.catalog.rules;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;

/**
 * The places of a record that tell what kind of thing it is; texts are folded.
 *
 * @param level leader/07
 * @param physical each 007
 * @param medium 245 $h
 * @param extent 300 and 250
 * @param genres 655 and form subdivisions
 * @param content 336 $b
 * @param carriers 338 $b
 */
record KindSigns(
        char level,
        FixedField fixed,
        List<String> physical,
        String medium,
        String title,
        String extent,
        String genres,
        List<String> content,
        List<String> carriers) {
    private static final Pattern COMICS = Pattern.compile(
            "graphic novel|comic book|comic strip|\\bcomics\\b|\\bmanga\\b|novelas? graficas?|historietas|bandes dessinees");
    private static final Pattern COMICS_TITLE = Pattern.compile("\\b(?:a|the|original) graphic novel\\b");
    private static final Pattern LARGE = Pattern.compile("\\blarge (?:print|type)\\b|letra grande");
    private static final Pattern ONLINE =
            Pattern.compile("\\bonline resource\\b|\\belectronic (?:text|book|resource)|\\be ?book\\b");

    private static final List<String> COMIC_WORDS =
            List.of("graphic novel", "comic", "manga", "novela", "historietas", "dessinees");
    private static final List<String> ONLINE_WORDS = List.of("online", "electronic", "book");

    static KindSigns of(MarcRecord record) {
        var forms =
                record.data("600", "610", "611", "630", "650", "651").flatMap(field -> FieldText.wanted(field, "v"));
        var topicalForm =
                record.data("650").filter(KindSigns::isOnlyAGenre).flatMap(field -> FieldText.wanted(field, "a"));
        var genres = Stream.of(record.data("655").flatMap(field -> FieldText.wanted(field, "a")), forms, topicalForm);
        return new KindSigns(
                record.leaderAt(7),
                FixedField.of(record, "008"),
                record.fields().stream()
                        .filter(field -> field.tag().equals("007"))
                        .map(KindSigns::dataOf)
                        .toList(),
                folded(record, "h", "245"),
                folded(record, "ab", "245"),
                folded(record, "ab", "300", "250"),
                genres.flatMap(texts -> texts).map(TextFolding::fold).collect(Collectors.joining(" | ")),
                record.data("336")
                        .flatMap(field -> FieldText.wanted(field, "b"))
                        .toList(),
                record.data("338")
                        .flatMap(field -> FieldText.wanted(field, "b"))
                        .toList());
    }

    boolean medium(String... words) {
        if (medium.isEmpty()) return false;
        for (var word : words) if (medium.contains(word)) return true;
        return false;
    }

    boolean serial() {
        return level == 'b' || level == 's';
    }

    boolean integrating() {
        return level == 'i';
    }

    boolean braille() {
        return fixed.at(23) == 'f' || has007("fb") || content.contains("tct") || extent.contains("braille");
    }

    boolean largePrint() {
        return fixed.at(23) == 'd' || has007("tb") || isLarge(extent) || isLarge(genres);
    }

    private static boolean isLarge(String text) {
        return (text.contains("large ") || text.contains("grande"))
                && LARGE.matcher(text).find();
    }

    /** Looking for words is cheaper than the patterns they are part of, and most records have none. */
    private static boolean mentions(String text, List<String> words) {
        for (var word : words) if (text.contains(word)) return true;
        return false;
    }

    boolean microform() {
        return "abc".indexOf(fixed.at(23)) >= 0 || (carrier("h") && !carrier("nc"));
    }

    boolean electronic() {
        return "oqs".indexOf(fixed.at(23)) >= 0
                || mentions(extent, ONLINE_WORDS) && ONLINE.matcher(extent).find()
                || (carrier("c") && !carrier("nc"));
    }

    boolean electronicBook() {
        return content.contains("txt") || genres.contains("electronic books") || extent.contains("book");
    }

    /** 008/24-27 of books, code 6, or a genre; a study about comics has the word as a subject only. */
    boolean comics() {
        var coded = !serial() && !integrating() && fixed.slice(24, 28).indexOf('6') >= 0;
        return coded
                || mentions(genres, COMIC_WORDS) && COMICS.matcher(genres).find()
                || title.contains("graphic novel")
                        && COMICS_TITLE.matcher(title).find();
    }

    boolean spoken() {
        return (content.contains("spw") && !content.contains("prm")) || genres.contains("audiobook");
    }

    /** 008/33 of visual materials. */
    char material() {
        return fixed.at(33);
    }

    /** 008/26 of computer files. */
    char computerFile() {
        return fixed.at(26);
    }

    boolean carrier(String start) {
        return carriers.stream().anyMatch(code -> code.startsWith(start));
    }

    private boolean has007(String start) {
        return physical.stream().anyMatch(data -> data.startsWith(start));
    }

    private static boolean isOnlyAGenre(DataField field) {
        return field.first('x').isEmpty()
                && TextFolding.fold(FieldText.join(field, "a")).equals("graphic novels");
    }

    private static String dataOf(MarcField field) {
        return field instanceof ControlField control ? control.data() : "";
    }

    private static String folded(MarcRecord record, String codes, String... tags) {
        return record.data(tags)
                .map(field -> TextFolding.fold(FieldText.join(field, codes)))
                .collect(Collectors.joining(" | "));
    }
}
