package org.carrel.desk.web;

import java.util.List;
import java.util.Locale;
import org.carrel.catalog.ImportQuestion;
import org.carrel.catalog.KnownPlaces;

/**
 * A code of the file that nobody here knows, with what it can stand for.
 *
 * @param name of the field in the form
 * @param making what happens when nothing else is chosen
 */
public record QuestionCard(String name, String sentence, String code, String making, List<Choice> choices) {
    public QuestionCard {
        choices = List.copyOf(choices);
    }

    public record Choice(String code, boolean chosen) {}

    static QuestionCard of(ImportQuestion question, KnownPlaces places, StaffWords words) {
        var chosen = question.answer().orElse(question.code());
        return new QuestionCard(
                name(question),
                words.text("question." + question.kind(), question.code(), question.copies()),
                question.code(),
                words.text("question.make", question.code()),
                places.of(question.kind()).stream()
                        .filter(code -> !code.equalsIgnoreCase(question.code()))
                        .map(code -> new Choice(code, code.equalsIgnoreCase(chosen)))
                        .toList());
    }

    static String name(ImportQuestion question) {
        return question.kind().name().toLowerCase(Locale.ROOT) + "-"
                + Integer.toHexString(question.code().toLowerCase(Locale.ROOT).hashCode());
    }
}
