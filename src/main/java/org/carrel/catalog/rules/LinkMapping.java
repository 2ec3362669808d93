package org.carrel.catalog.rules;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord.Link;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;

/** 856, each $u a link of its own; only addresses a browser may follow without harm. */
final class LinkMapping {
    private static final Pattern SAFE =
            Pattern.compile("https?://[^\\s\\p{Cc}\"<>\\\\^`{|}]+", Pattern.CASE_INSENSITIVE);

    private LinkMapping() {}

    static List<Link> of(MarcRecord record) {
        return record.data("856").flatMap(LinkMapping::links).distinct().toList();
    }

    /** Is this an address of the web and nothing else: no script, no data, no blanks? */
    static boolean isSafe(String url) {
        return SAFE.matcher(url).matches();
    }

    private static Stream<Link> links(DataField field) {
        var text = Stream.of("y", "3", "z")
                .map(code -> FieldText.join(field, code))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        return field.all('u').map(String::strip).filter(LinkMapping::isSafe).map(url -> new Link(url, Isbd.trim(text)));
    }
}
