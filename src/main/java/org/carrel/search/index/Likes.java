package org.carrel.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carrel.catalog.CatalogRecord;

/** By what a record is like others: headings, author, series, and where it stands. Pure. */
final class Likes {
    private static final Pattern DEWEY = Pattern.compile("[^0-9]*([0-9]{3})(?![0-9]).*", Pattern.DOTALL);
    private static final float WHOLE_HEADING = 1.5f;
    private static final float HEADING = 1;
    private static final float GENRE = 0.6f;
    private static final float SERIES = 1.2f;
    private static final float AUTHOR = 0.9f;
    private static final float SHELF = 0.5f;

    private final List<Like> likes = new ArrayList<>();

    private Likes() {}

    /**
     * Something that others may have too.
     *
     * @param term in {@link Fields#LIKE}
     * @param weight how much it says, before it is weighed by how rare it is
     */
    record Like(String term, float weight) {}

    /** Each once. */
    static List<Like> of(CatalogRecord record) {
        var likes = new Likes();
        var topics = record.record().topics();
        for (var subject : topics.subjects()) {
            var main = subject.split(" -- ", 2)[0];
            likes.add('h', main, HEADING);
            if (!main.equals(subject)) likes.add('w', subject, WHOLE_HEADING);
        }
        topics.genres().forEach(genre -> likes.add('g', genre, GENRE));
        record.record().series().forEach(series -> likes.add('s', series.title(), SERIES));
        likes.add('a', record.record().names().main(), AUTHOR);
        Stream.concat(
                        record.items().stream().map(item -> item.callNumber().classNumber()),
                        record.record().classNumbers().stream())
                .map(DEWEY::matcher)
                .filter(matcher -> matcher.matches())
                .findFirst()
                .ifPresent(matcher -> likes.add('c', matcher.group(1), SHELF));
        return likes.likes;
    }

    private void add(char kind, String text, float weight) {
        if (text.isBlank()) return;
        var like = new Like(kind + Long.toHexString(Headings.number(text)), weight);
        if (likes.stream().noneMatch(before -> before.term().equals(like.term()))) likes.add(like);
    }
}
