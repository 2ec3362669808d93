package org.carrel.search;

import java.io.Serializable;
import java.util.List;

/**
 * A question and what it should show: how a librarian tests the search.
 *
 * @param query as a student types it
 * @param expected all of it must be so
 * @param reason why; may be empty
 */
public record SearchCase(String query, List<Expectation> expected, String reason) implements Serializable {
    public SearchCase {
        expected = List.copyOf(expected);
    }

    /** One thing that an answer should be. Titles are compared by their beginnings, without case and punctuation. */
    public sealed interface Expectation extends Serializable {
        /** These titles come first, in this order. */
        record First(List<String> titles) implements Expectation {
            public First {
                titles = List.copyOf(titles);
            }
        }

        /** These titles come first, in any order. */
        record OnTop(List<String> titles) implements Expectation {
            public OnTop {
                titles = List.copyOf(titles);
            }
        }

        /** None of these titles comes first. */
        record Below(List<String> titles) implements Expectation {
            public Below {
                titles = List.copyOf(titles);
            }
        }

        /** The same hits in the same order as another question. @param first how many of them are compared */
        record SameAs(String query, int first) implements Expectation {}

        /**
         * Every record by or about this, before anything else.
         *
         * @param about word or words in names, titles, series and headings
         */
        record AllOf(String about) implements Expectation {}

        /** So many volumes of one series come first, in their order. @param count 0 for two at least */
        record InSeriesOrder(int count) implements Expectation {}

        /** Each of the first three hits has one of these in its names, titles, series, headings or awards. */
        record Shows(List<String> words) implements Expectation {
            public Shows {
                words = List.copyOf(words);
            }
        }

        /** The text is understood so. */
        record UnderstoodAs(SearchPage.Understood as) implements Expectation {}

        /** Everything found is in this language, MARC code. @param atLeast so many records */
        record InLanguage(String code, int atLeast) implements Expectation {}

        /** Says that it searched for this instead. */
        record Says(String searched) implements Expectation {}

        /** Nothing is found. */
        record Nothing() implements Expectation {}

        /** There is an answer and no error. */
        record Answered() implements Expectation {}

        /** Words that mean nothing to the one who reads the case: it counts as missed. */
        record NotUnderstood(String text) implements Expectation {}
    }
}
