package org.carrel.desk.web;

import java.util.ArrayList;
import java.util.List;
import org.carrel.search.SearchScore;

/** The librarian's cases, and how they would move, as rows of a table. */
final class CaseRows {
    private CaseRows() {}

    /**
     * A case that would move.
     *
     * @param before and {@code after} in words
     */
    public record Move(String query, String before, String after, boolean better) {}

    static List<Move> moves(SearchScore before, SearchScore after, StaffWords words) {
        var moves = new ArrayList<Move>();
        for (var i = 0; i < before.results().size(); i++) {
            var old = before.results().get(i);
            var now = after.results().get(i);
            if (old.rank() == now.rank() && old.right() == now.right()) continue;
            moves.add(new Move(old.asked().query(), place(old, words), place(now, words), worth(now) > worth(old)));
        }
        return moves;
    }

    private static double worth(SearchScore.Result result) {
        return (result.rank() > 0 ? 1.0 / result.rank() : 0) + (result.right() ? 1 : 0);
    }

    static String place(SearchScore.Result result, StaffWords words) {
        if (result.right()) return words.text("search.asExpected");
        return result.rank() > 0 ? words.text("search.place", result.rank()) : words.text("search.notThere");
    }
}
