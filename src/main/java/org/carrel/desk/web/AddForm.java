package org.carrel.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.carrel.catalog.BriefRecord;
import org.carrel.catalog.CopyForm.Field;
import org.carrel.catalog.Material;

/** What desk/add.xhtml sends. */
final class AddForm {
    private static final Pattern LINES = Pattern.compile("\\R");
    private static final int LONGEST = 2_000;

    private AddForm() {}

    /** The short form. */
    static BriefRecord brief(FormTexts texts) {
        var audience = texts.get("audience");
        return new BriefRecord(
                texts.oneOf("material", Material.BOOK),
                one(texts, "title"),
                one(texts, "subtitle"),
                lines(texts.get("authors")),
                new BriefRecord.Imprint(one(texts, "place"), one(texts, "publisher"), one(texts, "year")),
                one(texts, "extent"),
                one(texts, "isbn"),
                new BriefRecord.Series(one(texts, "series"), one(texts, "number")),
                lines(texts.get("subjects")),
                List.of(),
                List.of(),
                one(texts, "summary"),
                texts.get("language").matches("[a-z]{3}") ? texts.get("language") : "",
                new BriefRecord.Audience(audience.matches("[a-ej]") ? audience.charAt(0) : ' ', ""));
    }

    /** One line, without characters that no record has. */
    private static String one(FormTexts texts, String name) {
        return plain(texts.get(name));
    }

    private static String plain(String typed) {
        var text = typed.replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static List<String> lines(String typed) {
        return Arrays.stream(LINES.split(typed))
                .map(AddForm::plain)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** What stays for the next book, as further parameters of an address. */
    static String carried(FormTexts texts) {
        return part("site", texts.get("site"))
                + part(Field.LOCATION.name(), texts.get(Field.LOCATION.name()))
                + part(Field.ITEM_TYPE.name(), texts.get(Field.ITEM_TYPE.name()));
    }

    static String part(String name, String value) {
        return value.isBlank() ? "" : "&" + name + "=" + FormTexts.encoded(value.strip());
    }
}
