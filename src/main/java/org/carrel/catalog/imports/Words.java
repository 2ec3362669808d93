package org.carrel.catalog.imports;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.carrel.catalog.Finding;
import org.carrel.catalog.rules.MatchDecision;

/** The sentences of an import report, in English: the log of an import is kept in one language. */
final class Words {
    private Words() {}

    static String of(Finding finding) {
        return of(finding.problem(), finding.place(), finding.detail());
    }

    static String of(Finding.Problem problem, String place, String detail) {
        var bundle = ResourceBundle.getBundle(problem.bundle(), Locale.ENGLISH);
        return MessageFormat.format(bundle.getString("problem." + problem.name()), place, detail)
                .strip();
    }

    static String conflict(MatchDecision.Conflict conflict, String otherTitle) {
        var number =
                switch (conflict.key().kind()) {
                    case CONTROL_NUMBER -> "control number (001)";
                    case LCCN -> "LCCN";
                    case ISBN -> "ISBN";
                    case OCLC -> "OCLC number";
                    case TITLE -> "title";
                };
        var unlike =
                switch (conflict.why()) {
                    case TITLE_DIFFERS -> "different title";
                    case FORMAT_DIFFERS -> "different format";
                };
        return "Same " + number + ", " + unlike + ": “" + otherTitle
                + "” has it too. Both are in the catalog; check which is right.";
    }

    static String sameControlNumber(String otherTitle) {
        return "Same control number (001), different title: “" + otherTitle
                + "” in this file has it too. Both are in the catalog; check which is right.";
    }
}
