package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord.Series;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;
import org.jspecify.annotations.Nullable;

/** Every series a record is in: as printed (490, 440) and as traced (800 to 830), the same one only once. */
final class SeriesMapping {
    private static final String[] PRINTED = {"490", "440"};
    private static final String[] TRACED = {"800", "810", "811", "830"};
    private static final Pattern QUALIFIER = Pattern.compile("\\s*\\([^)]*\\)?\\s*$");
    private static final Pattern NUMBER_IN_TITLE = Pattern.compile(
            "(.*?[^\\s;,])\\s*(?:[;,]\\s*|\\s)((?:#|(?:v|vol|no|nr|bk|book|bd|t|pt)\\b\\.?)\\s*[0-9].*|#[0-9].*|(?<=;\\s{0,3})[0-9].*)",
            Pattern.CASE_INSENSITIVE);

    private SeriesMapping() {}

    static List<Series> of(MarcRecord record) {
        var series = new ArrayList<Series>();
        record.data(PRINTED).flatMap(SeriesMapping::printed).forEach(found -> add(series, found));
        record.data(TRACED).map(SeriesMapping::traced).forEach(found -> addTraced(series, found));
        LinkedFields.of(record, PRINTED).flatMap(SeriesMapping::printed).forEach(found -> add(series, found));
        LinkedFields.of(record, TRACED).map(SeriesMapping::traced).forEach(found -> add(series, found));
        return List.copyOf(series);
    }

    /** One field may hold several series: each $a starts one, and the $v after it (or, alone, before it) numbers it. */
    private static Stream<Series> printed(DataField field) {
        var found = new ArrayList<Series>();
        var title = new StringBuilder();
        var volume = "";
        for (var subfield : field.subfields()) {
            var data = FieldText.clean(subfield.data());
            if (subfield.code() == 'a' && !title.isEmpty()) {
                found.add(series(title.toString(), volume));
                title.setLength(0);
                volume = "";
            }
            if ("anp".indexOf(subfield.code()) >= 0)
                title.append(title.isEmpty() ? "" : " ").append(data);
            if (subfield.code() == 'v' && volume.isEmpty()) volume = data;
        }
        found.add(series(title.toString(), volume));
        return found.stream();
    }

    /** 8XX: the title is $t after a name, $a in 830. */
    private static Series traced(DataField field) {
        var codes = field.first('t').isPresent() ? "tnp" : "anp";
        return series(TitleText.of(field, codes), field.first('v').orElse(""));
    }

    private static Series series(String title, String volume) {
        var name = withoutResponsibility(Isbd.trim(title));
        var number = Isbd.trim(FieldText.clean(volume)).replaceFirst("(?<!\\.)\\.$", "");
        var inTitle = NUMBER_IN_TITLE.matcher(name);
        if (number.isEmpty() && inTitle.matches()) {
            name = Isbd.trim(inTitle.group(1));
            number = inTitle.group(2);
        }
        return new Series(name, boxed(number), number);
    }

    /** "The Lord of the rings / J.R.R. Tolkien" */
    private static String withoutResponsibility(String title) {
        var slash = title.indexOf(" / ");
        return slash > 0 ? Isbd.trim(title.substring(0, slash)) : title;
    }

    private static @Nullable Double boxed(String volume) {
        var number = SeriesNumber.parse(volume);
        return number.isPresent() ? (Double) number.getAsDouble() : null;
    }

    /** The later statement of a series is the traced one: its title is the one all its books share. */
    private static void add(List<Series> series, Series found) {
        if (!Isbd.hasWords(found.title())) return;
        for (var i = 0; i < series.size(); i++) {
            var known = series.get(i);
            if (same(known, found)) {
                series.set(i, merged(known, found));
                return;
            }
        }
        series.add(found);
    }

    /** "Dresden files" traces the printed "A novel of the Dresden files". */
    private static void addTraced(List<Series> series, Series traced) {
        for (var i = 0; i < series.size(); i++) {
            if (!same(series.get(i), traced) && isWordingOf(series.get(i), traced)) {
                series.set(i, merged(series.get(i), traced));
                return;
            }
        }
        add(series, traced);
    }

    private static boolean isWordingOf(Series printed, Series traced) {
        var ours = List.of(key(printed.title()).split(" "));
        var theirs = List.of(key(traced.title()).split(" "));
        var shorter = Math.min(ours.size(), theirs.size());
        var contained = ours.containsAll(theirs) || theirs.containsAll(ours);
        return shorter >= 2 && contained && Objects.equals(printed.number(), traced.number());
    }

    private static Series merged(Series printed, Series traced) {
        return printed.volume().isEmpty()
                ? traced
                : new Series(
                        traced.title(),
                        printed.number() == null ? traced.number() : printed.number(),
                        printed.volume());
    }

    private static boolean same(Series one, Series other) {
        if (!key(one.title()).equals(key(other.title()))) return false;
        return one.volume().isEmpty() || other.volume().isEmpty() || Objects.equals(one.number(), other.number());
    }

    private static String key(String title) {
        var bare = QUALIFIER.matcher(title).replaceFirst("");
        return TextFolding.fold(Articles.withoutArticle(bare, "eng"));
    }
}
