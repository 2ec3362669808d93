package org.carrel.search.index;

import java.time.Instant;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedSetSortField;
import org.apache.lucene.search.TermQuery;
import org.carrel.search.Choices.Order;
import org.carrel.search.rules.Wish;
import org.carrel.search.rules.Wish.ByBarcode;
import org.carrel.search.rules.Wish.ByCallNumber;
import org.carrel.search.rules.Wish.ByLevel;
import org.carrel.search.rules.Wish.ByNumber;
import org.carrel.search.rules.Wish.ByVolume;
import org.carrel.search.rules.Wish.ByWords;
import org.carrel.search.rules.Wish.Everything;
import org.carrel.search.rules.Wish.InTitle;
import org.carrel.search.rules.Wish.Narrowed;
import org.carrel.search.rules.Wish.TitleIs;

/** A wish as a query, and the order of what it finds: always down to the id, so that pages never overlap. Pure. */
final class QueryBuilder {
    private static final SortField ID = new SortField(Fields.ID_NUMBER, SortField.Type.LONG);
    private static final SortField TITLE = new SortField(Fields.SORT_TITLE, SortField.Type.STRING);
    static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, TITLE, ID);
    private static final Sort ON_THE_SHELF = new Sort(new SortedSetSortField(Fields.SHELF_KEY, false), TITLE, ID);
    private static final Sort NEWEST_FIRST = new Sort(new SortField(Fields.ID_NUMBER, SortField.Type.LONG, true));

    private QueryBuilder() {}

    static Query query(Wish wish) {
        return switch (wish) {
            case Everything all -> MatchAllDocsQuery.INSTANCE;
            case ByBarcode scan -> new ConstantScoreQuery(term(Fields.BARCODE, scan.barcode()));
            case ByNumber number -> {
                var any = new BooleanQuery.Builder();
                number.forms().forEach(form -> any.add(term(Fields.NUMBER, form), Occur.SHOULD));
                yield new ConstantScoreQuery(any.build());
            }
            case ByCallNumber label -> shelf(label.beginning());
            case ByLevel level -> IntentQuery.of(level);
            case Narrowed narrowed -> IntentQuery.of(narrowed);
            case ByVolume volume -> IntentQuery.volumeFirst(volume);
            case ByWords words -> WordsQuery.of(words).scored();
            case InTitle words -> WordsQuery.inTitle(words.text());
            case TitleIs title -> WordsQuery.titleIs(title.text());
        };
    }

    /** What must be there for the wish to be meant: for a volume, the volume itself. */
    static Query meant(Wish wish) {
        return wish instanceof ByVolume volume ? IntentQuery.volume(volume) : query(wish);
    }

    /** The same, of records that were added then or later. */
    static Query addedSince(Instant since, Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(LongPoint.newRangeQuery(Fields.ADDED, since.getEpochSecond(), Long.MAX_VALUE), Occur.FILTER)
                .build();
    }

    static Sort order(Wish wish, Order order) {
        return switch (order) {
            case BEST -> order(wish);
            case NEWEST -> NEWEST_FIRST;
            case TITLE -> new Sort(TITLE, ID);
            case AUTHOR -> new Sort(author(), TITLE, ID);
            case SHELF -> new Sort(shelf(), TITLE, ID);
        };
    }

    /** What stands on no shelf comes last. */
    private static SortField shelf() {
        var shelf = new SortedSetSortField(Fields.SHELF_KEY, false);
        shelf.setMissingValue(SortField.STRING_LAST);
        return shelf;
    }

    private static SortField author() {
        var author = new SortField(Fields.SORT_AUTHOR, SortField.Type.STRING);
        author.setMissingValue(SortField.STRING_LAST);
        return author;
    }

    private static Sort order(Wish wish) {
        return switch (wish) {
            case Everything all -> NEWEST_FIRST;
            case ByCallNumber label -> ON_THE_SHELF;
            case ByBarcode scan -> BEST_FIRST;
            case ByNumber number -> BEST_FIRST;
            case ByLevel level -> BEST_FIRST;
            case Narrowed narrowed -> BEST_FIRST;
            case ByVolume volume -> BEST_FIRST;
            case ByWords words -> BEST_FIRST;
            case InTitle words -> BEST_FIRST;
            case TitleIs title -> BEST_FIRST;
        };
    }

    /** One part alone must be a whole part (FIC, 599.5); of several the last may go on (FIC RO, 599.5 S). */
    private static Query shelf(String beginning) {
        var whole = new BooleanQuery.Builder()
                .add(term(Fields.CALL_NUMBER, beginning), Occur.SHOULD)
                .add(prefix(beginning + " "), Occur.SHOULD);
        var goesOn = beginning.contains(" ") || beginning.chars().anyMatch(Character::isDigit);
        if (goesOn) whole.add(prefix(beginning), Occur.SHOULD);
        return new ConstantScoreQuery(whole.build());
    }

    private static Query prefix(String beginning) {
        return new PrefixQuery(new Term(Fields.CALL_NUMBER, beginning));
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }
}
