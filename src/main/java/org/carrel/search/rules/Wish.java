package org.carrel.search.rules;

import java.util.List;

/** One way to understand what a person typed. */
public sealed interface Wish {
    /** Every record, newest first. */
    record Everything() implements Wish {}

    /**
     * One copy, by its label.
     *
     * @param barcode upper case
     */
    record ByBarcode(String barcode) implements Wish {}

    /**
     * An ISBN, or another number that is printed in books (ISSN, LCCN).
     *
     * @param forms the number as typed and, for an ISBN, its other length; digits and X
     * @param certain true when the check digit proves that nothing else can be meant
     */
    record ByNumber(List<String> forms, boolean certain) implements Wish {
        public ByNumber {
            forms = List.copyOf(forms);
        }
    }

    /**
     * The part of a shelf whose labels begin so.
     *
     * @param beginning as {@link ShelfText} writes it
     */
    record ByCallNumber(String beginning) implements Wish {}

    /**
     * Words; the text is never query syntax.
     *
     * @param others other ways to say it, by the library's synonyms and by numbers written otherwise
     */
    record ByWords(String text, List<Rephrasing> others, Leaning leaning) implements Wish {
        public ByWords {
            others = List.copyOf(others);
        }

        public ByWords(String text) {
            this(text, List.of(), Leaning.NONE);
        }
    }

    /**
     * What the librarian wants of the order.
     *
     * @param pinned ids of the records that come first
     * @param audiences codes of MARC 008/22 of whoever searches; empty for all
     */
    record Leaning(List<Long> pinned, Weights weights, List<String> audiences) {
        static final Leaning NONE = new Leaning(List.of(), Weights.USUAL, List.of());

        public Leaning {
            pinned = List.copyOf(pinned);
            audiences = List.copyOf(audiences);
        }
    }

    /**
     * Records of a reading level.
     *
     * @param from lowest level: Lexile in L (BR is negative), Accelerated Reader in tenths, grades with K as 0
     * @param to highest level, in the same unit
     */
    record ByLevel(Measure measure, int from, int to) implements Wish {}

    /** The scales of {@link ByLevel}. */
    enum Measure {
        LEXILE,
        ACCELERATED_READER,
        GRADE
    }

    /**
     * A kind of thing, about a topic: "funny books", "libros en español sobre perros".
     *
     * @param topic what remains; its text is empty when all of the kind are wanted
     */
    record Narrowed(Narrowing narrowing, ByWords topic) implements Wish {
        public Narrowed(Narrowing narrowing, String topic) {
            this(narrowing, new ByWords(topic));
        }
    }

    /**
     * One volume of a series before its others.
     *
     * @param series words of its title
     * @param number as an index has it: "7", "2.5"
     */
    record ByVolume(String series, String number) implements Wish {}

    /** A whole title, but for an article. */
    record TitleIs(String text) implements Wish {}

    /** The words as they stand, in a title. */
    record InTitle(String text) implements Wish {}
}
