package org.carrel.desk.web;

import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.ImportNotices;
import org.carrel.catalog.ImportNotices.Example;
import org.carrel.catalog.ImportNotices.Notice;

/**
 * Something that students would notice of an import.
 *
 * @param id of the element
 * @param sentence with how often
 */
public record NoticeCard(String id, String sentence, List<Case> examples) {
    public NoticeCard {
        examples = List.copyOf(examples);
    }

    /**
     * @param path of the record's page in the plan
     * @param other the page of the record it is about besides, or empty
     */
    public record Case(String title, String path, String other, String otherName) {}

    /** The notices that there are. */
    static List<NoticeCard> of(ImportNotices notices, String path, StaffWords words) {
        var cards = new ArrayList<NoticeCard>();
        add(cards, "twice", notices.twice(), path, words);
        add(cards, "without-shelf", notices.withoutShelf(), path, words);
        add(cards, "without-barcode", notices.withoutBarcode(), path, words);
        add(cards, "without-copies", notices.withoutCopies(), path, words);
        add(cards, "deletions", notices.deletions(), path, words);
        return cards;
    }

    private static void add(List<NoticeCard> cards, String id, Notice notice, String path, StaffWords words) {
        if (notice.count() == 0) return;
        var cases = notice.examples().stream()
                .map(example -> example(example, path, words))
                .toList();
        cards.add(new NoticeCard("notice-" + id, words.text("notice." + id, notice.count()), cases));
    }

    private static Case example(Example example, String path, StaffWords words) {
        var title = example.title().isEmpty() ? words.text("lines.untitled") : example.title();
        var own = path + "/record/" + example.record();
        if (example.otherBibId().isPresent()) {
            return new Case(title, own, "/records/" + example.otherBibId().get(), words.text("notice.inCatalog"));
        }
        if (example.otherRecord().isPresent()) {
            var other = example.otherRecord().getAsInt();
            return new Case(title, own, path + "/record/" + other, words.text("notice.inFile", other));
        }
        return new Case(title, own, "", "");
    }
}
