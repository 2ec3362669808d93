package org.carrel.lists.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.lists.ListDraft;
import org.carrel.lists.ListKind;
import org.carrel.lists.ListProblem;
import org.carrel.lists.ListProblem.Field;
import org.carrel.lists.ListProblem.Reason;
import org.carrel.lists.WebDraft;

/** What can stand in a list. Pure. */
public final class ListRules {
    /** Characters. */
    public static final int LONGEST_TITLE = 120;

    public static final int LONGEST_NOTE = 1000;
    /** Of the name of a page. */
    public static final int LONGEST_WEB_TITLE = 200;
    /** Of something on the list. */
    public static final int LONGEST_ENTRY_NOTE = 500;
    /** The Newbery Medal of 1922 is the oldest prize for children's books. */
    public static final int FIRST_YEAR = 1922;

    private static final int YEARS_AHEAD = 1;

    private ListRules() {}

    /**
     * All problems at once.
     *
     * @param sites codes of the schools that who asks may make a list for
     * @param all whether they may make one for all schools together
     * @param thisYear of the calendar
     */
    public static List<ListProblem> check(ListDraft draft, Collection<String> sites, boolean all, int thisYear) {
        var problems = new ArrayList<ListProblem>();
        text(draft.title(), LONGEST_TITLE, true).ifPresent(why -> problems.add(new ListProblem(Field.TITLE, why)));
        text(draft.note(), LONGEST_NOTE, false).ifPresent(why -> problems.add(new ListProblem(Field.NOTE, why)));
        if (draft.language().isEmpty()) problems.add(new ListProblem(Field.LANGUAGE, Reason.UNKNOWN));
        if (draft.kind() == ListKind.AWARD) {
            if (draft.year().isEmpty()) problems.add(new ListProblem(Field.YEAR, Reason.EMPTY));
            else if (year(draft, thisYear).isEmpty()) problems.add(new ListProblem(Field.YEAR, Reason.UNREADABLE));
        }
        var known = draft.site().isEmpty() ? all : sites.contains(draft.site());
        if (!known) problems.add(new ListProblem(Field.SITE, Reason.UNKNOWN));
        return problems;
    }

    /** The year of an award; empty for what is none, or when there is none to have. */
    public static OptionalInt year(ListDraft draft, int thisYear) {
        if (!draft.year().matches("[0-9]{4}")) return OptionalInt.empty();
        var year = Integer.parseInt(draft.year());
        return year >= FIRST_YEAR && year <= thisYear + YEARS_AHEAD ? OptionalInt.of(year) : OptionalInt.empty();
    }

    /** The same for a place on the web. */
    public static List<ListProblem> check(WebDraft draft) {
        var problems = new ArrayList<ListProblem>();
        WebAddress.problem(draft.url()).ifPresent(why -> problems.add(new ListProblem(Field.WEB_ADDRESS, why)));
        text(draft.title(), LONGEST_WEB_TITLE, true)
                .ifPresent(why -> problems.add(new ListProblem(Field.WEB_TITLE, why)));
        text(draft.note(), LONGEST_ENTRY_NOTE, false)
                .ifPresent(why -> problems.add(new ListProblem(Field.WEB_NOTE, why)));
        return problems;
    }

    private static Optional<Reason> text(String text, int longest, boolean needed) {
        if (text.isEmpty()) return needed ? Optional.of(Reason.EMPTY) : Optional.empty();
        return isTooLong(text, longest) ? Optional.of(Reason.TOO_LONG) : Optional.empty();
    }

    public static boolean isTooLong(String text, int longest) {
        return text.codePointCount(0, text.length()) > longest;
    }
}
