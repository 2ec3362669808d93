package org.carrel.search;

import java.util.ArrayList;
import org.carrel.search.SearchPage.Understood;
import org.carrel.search.index.Correction;
import org.carrel.search.index.IndexAnswers;
import org.carrel.search.rules.NumberWords;
import org.carrel.search.rules.Rephrasing;
import org.carrel.search.rules.TypedText;
import org.carrel.search.rules.Wish;
import org.carrel.search.rules.Wish.ByBarcode;
import org.carrel.search.rules.Wish.ByCallNumber;
import org.carrel.search.rules.Wish.ByLevel;
import org.carrel.search.rules.Wish.ByNumber;
import org.carrel.search.rules.Wish.ByVolume;
import org.carrel.search.rules.Wish.ByWords;
import org.carrel.search.rules.Wish.Everything;
import org.carrel.search.rules.Wish.InTitle;
import org.carrel.search.rules.Wish.Leaning;
import org.carrel.search.rules.Wish.Narrowed;
import org.carrel.search.rules.Wish.TitleIs;

/** Decides what a text means in this library: by its shape, by what the index has, and by what else it may be spelled. */
final class Understanding {
    /** Shorter barcodes are numbers that stand in titles too. */
    private static final int TELLING_BARCODE = 6;
    /** So many records are an answer, even when all of their words are known and none of them is strong. */
    private static final int FEW = 50;
    /** How much of a score one slip outweighs. */
    private static final float SLIP = 500;
    /** The score of an exact title on the shelf, about. */
    private static final float MOST_STRENGTH = 1100;
    /** Keeps what a correction is worth above nothing. */
    private static final float ANY = 2000;

    private static final float WRITTEN_OTHERWISE = 0.97f;

    private final IndexAnswers index;
    private final Tuning tuning;
    private final Readers readers;

    Understanding(IndexAnswers index, Tuning tuning, Readers readers) {
        this.index = index;
        this.tuning = tuning;
        this.readers = readers;
    }

    /**
     * What a text means.
     *
     * @param text that was understood
     */
    record Meant(String text, Wish wish) {
        Understood as() {
            return switch (wish) {
                case Everything all -> Understood.EVERYTHING;
                case ByBarcode scan -> Understood.BARCODE;
                case ByNumber number -> Understood.ISBN;
                case ByCallNumber label -> Understood.CALL_NUMBER;
                case ByLevel level -> Understood.LEVEL;
                case Narrowed narrowed -> narrowed.narrowing().isEmpty() ? Understood.WORDS : Understood.NARROWED;
                case ByVolume volume -> Understood.WORDS;
                case ByWords words -> Understood.WORDS;
                case InTitle words -> Understood.WORDS;
                case TitleIs title -> Understood.WORDS;
            };
        }
    }

    Meant literally(String typed) {
        var text = TypedText.clean(typed);
        var wishes = TypedText.wishes(text).stream().map(this::withOtherWays).toList();
        var wish =
                wishes.stream().filter(each -> isMeant(each, text)).findFirst().orElse(wishes.getLast());
        return new Meant(text, wish);
    }

    private Wish withOtherWays(Wish wish) {
        if (wish instanceof ByWords words) return words(words.text());
        if (wish instanceof Narrowed narrowed && !narrowed.topic().text().isEmpty())
            return new Narrowed(narrowed.narrowing(), words(narrowed.topic().text()));
        return wish;
    }

    /** With the ways to say it that are the same to a reader. */
    private ByWords words(String text) {
        var others = new ArrayList<Rephrasing>();
        NumberWords.rewritten(text).forEach(other -> others.add(new Rephrasing(other, WRITTEN_OTHERWISE)));
        others.addAll(tuning.synonyms().of(text));
        return new ByWords(text, others, new Leaning(tuning.pinned(text), tuning.weights(), readers.codes()));
    }

    /** Whether the text means this and nothing else: there is such a thing, and no title says the same. */
    private boolean isMeant(Wish wish, String text) {
        return switch (wish) {
            case Everything all -> true;
            case ByWords words -> true;
            case InTitle words -> true;
            case TitleIs title -> true;
            case ByNumber number -> number.certain() || index.matches(wish);
            case ByBarcode scan ->
                index.matches(wish)
                        && (scan.barcode().length() >= TELLING_BARCODE || !index.matches(new InTitle(text)));
            case ByCallNumber label -> index.matches(wish) && !index.matches(new InTitle(text));
            case ByLevel level -> !index.matches(new InTitle(text));
            case ByVolume volume -> index.matches(wish) && !index.matches(new InTitle(text));
            case Narrowed narrowed -> index.matches(wish) && !isSaid(narrowed, text);
        };
    }

    /** Whether records say the whole text: in any way, when only filler words were left out of it. */
    private boolean isSaid(Narrowed narrowed, String text) {
        if (narrowed.narrowing().isEmpty()) return index.strength(new ByWords(text)) >= IndexAnswers.STRONG;
        return index.matches(new TitleIs(text));
    }

    /** Whether it is worth asking for a better spelling: the words as typed find nothing, or nothing that fits. */
    boolean isDoubtful(Meant meant, long found) {
        if (!(meant.wish() instanceof ByWords words)) return false;
        if (found > 0 && !words.others().isEmpty()) return false;
        if (found > FEW && index.knowsAllWords(meant.text())) return false;
        return index.strength(meant.wish()) < IndexAnswers.STRONG;
    }

    /** What was meant instead; the same when nothing better is near. */
    Meant corrected(Meant typed) {
        var literal = index.strength(typed.wish());
        var best = typed;
        var bestWorth = 0f;
        for (var each : index.corrections(typed.text(), tuning.spoken())) {
            if (worth(each, MOST_STRENGTH) <= bestWorth) break; // they come in the order of their distance
            var meant = literally(each.text());
            var worth = worth(each, meant, literal);
            if (worth <= bestWorth) continue;
            best = meant;
            bestWorth = worth;
        }
        return best;
    }

    /** 0 when the correction is no better than what was typed. */
    private float worth(Correction correction, Meant meant, float literal) {
        var strength = strength(meant);
        return strength < needed(correction, literal) ? 0 : worth(correction, strength);
    }

    private static float worth(Correction correction, float strength) {
        return Math.max(1, ANY + strength - SLIP * Math.max(0, correction.distance()));
    }

    private float strength(Meant meant) {
        if (!(meant.wish() instanceof ByWords words)) return IndexAnswers.IN_TITLE;
        var hopeless = words.others().isEmpty() && !index.hasTogether(meant.text());
        return hopeless ? 0 : index.strength(words);
    }

    /** A word that exists gives way only to a title or an author, or, when nothing at all was found, to a heading. */
    private static float needed(Correction correction, float literal) {
        if (correction.ofKnownWords())
            return literal == 0 && isPair(correction.text()) ? IndexAnswers.IN_ORDER : IndexAnswers.IN_TITLE;
        return literal == 0 ? Float.MIN_VALUE : IndexAnswers.STRONG;
    }

    private static boolean isPair(String text) {
        return text.indexOf(' ') == text.lastIndexOf(' ');
    }
}
