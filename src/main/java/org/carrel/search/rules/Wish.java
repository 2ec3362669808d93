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

    /** Words; the text is never query syntax. */
    record ByWords(String text) implements Wish {}

    /** The words as they stand, in a title. */
    record InTitle(String text) implements Wish {}
}
