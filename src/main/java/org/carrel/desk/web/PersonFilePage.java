package org.carrel.desk.web;

import java.util.Map;
import org.carrel.privacy.PersonFile;
import org.carrel.privacy.PersonFile.Look;
import org.carrel.privacy.PersonFile.Section;

/** A {@link PersonFile} for people: a page of its own that needs nothing else, in the language of who makes it. */
final class PersonFilePage {
    private final StaffWords words;

    PersonFilePage(StaffWords words) {
        this.words = words;
    }

    String of(PersonFile file) {
        var page = new StringBuilder();
        var title = escaped(words.text("personFile.title", file.name()));
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(words.language().tag())
                .append("\"><head>");
        page.append("<meta charset=\"UTF-8\"><title>").append(title).append("</title></head><body>\n");
        page.append("<h1>").append(title).append("</h1>\n<p>");
        page.append(escaped(words.text("personFile.made", words.time(file.made()))))
                .append("</p>\n");
        for (var section : file.sections()) section(page, section);
        looks(page, file);
        return page.append("</body></html>\n").toString();
    }

    private void section(StringBuilder page, Section section) {
        heading(page, words.text("personFile." + section.table()));
        for (var row : section.rows()) {
            page.append("<dl>\n");
            row.forEach((column, text) -> entry(page, column, text));
            page.append("</dl>\n");
        }
    }

    /** Columns have English names, as the JSON beside it has them. */
    private static void entry(StringBuilder page, String column, String text) {
        page.append("<dt lang=\"en\">")
                .append(escaped(column.replace('_', ' ')))
                .append("</dt><dd>");
        page.append(escaped(text)).append("</dd>\n");
    }

    private void looks(StringBuilder page, PersonFile file) {
        heading(page, words.text("privacy.looks"));
        page.append("<ul>\n");
        for (var look : file.looks())
            page.append("<li>").append(escaped(line(look))).append("</li>\n");
        page.append("</ul>\n");
    }

    private String line(Look look) {
        return look(words, look);
    }

    /** Who, when, what and why as one sentence. */
    static String look(StaffWords words, Look look) {
        var who = look.who().isEmpty() ? words.text("privacy.theProgram") : look.who();
        var what = words.text("audit." + look.action());
        return words.text("privacy.look", words.time(look.at()), who, what)
                + (look.why().isEmpty() ? "" : ": " + look.why());
    }

    private static void heading(StringBuilder page, String text) {
        page.append("<h2>").append(escaped(text)).append("</h2>\n");
    }

    private static String escaped(String text) {
        var signs = Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;");
        var safe = new StringBuilder();
        for (var sign : text.toCharArray()) safe.append(signs.getOrDefault(sign, String.valueOf(sign)));
        return safe.toString();
    }
}
