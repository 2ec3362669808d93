package org.carrel.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.carrel.catalog.SearchMove;

/**
 * One of the librarian's searches that a planned import would change.
 *
 * @param path of the search as it is now
 * @param sentence where its title stands and where it would
 * @param first what would come first instead, as a sentence; empty when its title would
 */
public record MoveRow(String query, String path, String sentence, String first) {
    static MoveRow of(SearchMove move, StaffWords words) {
        var sentence = words.text("moves.move", move.title(), place(move.was(), words), place(move.becomes(), words));
        var other = move.becomes() == 1 || move.first().isEmpty();
        var path = "/search?q=" + URLEncoder.encode(move.query(), StandardCharsets.UTF_8);
        return new MoveRow(move.query(), path, sentence, other ? "" : words.text("moves.first", move.first()));
    }

    private static String place(int rank, StaffWords words) {
        return rank == 0 ? words.text("moves.notThere") : words.text("moves.place", rank);
    }
}
