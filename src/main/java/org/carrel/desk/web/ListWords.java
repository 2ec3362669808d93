package org.carrel.desk.web;

import java.util.Arrays;
import java.util.List;
import org.carrel.lists.ListProblem;
import org.carrel.lists.ListProblem.Field;
import org.carrel.search.Readers;

/** What pages about lists say alike. */
final class ListWords {
    private ListWords() {}

    static String text(StaffWords words, ListProblem problem) {
        return words.text("listProblem." + problem.field() + "." + problem.reason());
    }

    /** The element that a problem is about. */
    static String id(Field field) {
        return switch (field) {
            case TITLE -> "title";
            case NOTE -> "note";
            case LANGUAGE -> "language-of-list";
            case YEAR -> "year";
            case SITE -> "site";
            case WEB_ADDRESS -> "url";
            case WEB_TITLE -> "web-title";
            case WEB_NOTE -> "web-note";
        };
    }

    static List<ListFormView.Choice> readers(StaffWords words, Readers chosen) {
        return Arrays.stream(Readers.values())
                .map(readers -> new ListFormView.Choice(
                        readers.name(), words.text("listReaders." + readers), readers == chosen))
                .toList();
    }
}
