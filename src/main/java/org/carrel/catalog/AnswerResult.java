package org.carrel.catalog;

/** What became of answers to the questions of a plan. */
public sealed interface AnswerResult {
    /** The import is planned anew with them, and its profile remembers them. */
    record Taken() implements AnswerResult {}

    /** There is no such import, or it does not wait for a person. */
    record NotWaiting() implements AnswerResult {}

    /** The answer names a place that does not exist. Nothing was taken. */
    record NoSuchPlace(PlaceAnswer answer) implements AnswerResult {}
}
