package org.carrel.catalog.imports;

import org.carrel.catalog.Finding;
import org.carrel.catalog.rules.MatchDecision.Conflict;
import org.carrel.catalog.rules.MatchDecision.Why;
import org.carrel.catalog.rules.MatchKey;

/** What a librarian is told of a record that is too like another to be sure of. */
final class Conflicts {
    private Conflicts() {}

    static Finding of(Conflict conflict, String otherTitle) {
        return new Finding(problem(conflict), conflict.key().value(), otherTitle);
    }

    private static ImportProblem problem(Conflict conflict) {
        var title = conflict.why() == Why.TITLE_DIFFERS;
        var kind = conflict.key().kind();
        if (kind == MatchKey.Kind.CONTROL_NUMBER) {
            return title ? ImportProblem.CONFLICT_NUMBER_TITLE : ImportProblem.CONFLICT_NUMBER_FORMAT;
        }
        return kind == MatchKey.Kind.ISBN && title ? ImportProblem.CONFLICT_ISBN_TITLE : ImportProblem.CONFLICT_OTHER;
    }

    static Finding sameControlNumber(String number, String otherTitle) {
        return new Finding(ImportProblem.CONFLICT_NUMBER_IN_FILE, number, otherTitle);
    }
}
