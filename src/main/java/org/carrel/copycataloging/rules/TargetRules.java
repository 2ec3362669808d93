package org.carrel.copycataloging.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.carrel.catalog.ForeignRecords.Encoding;
import org.carrel.copycataloging.CopyTarget;
import org.carrel.copycataloging.TargetDraft;
import org.carrel.copycataloging.TargetKind;
import org.carrel.copycataloging.TargetProblem;
import org.carrel.copycataloging.TargetProblem.Field;
import org.carrel.copycataloging.TargetProblem.Kind;

/** What somebody types of a target. Pure. */
public final class TargetRules {
    /** Longer ones nobody waits for with a book in the hand. */
    public static final int MOST_SECONDS = 20;

    private static final int MOST_PORT = 65_535;
    private static final int MOST_PLACE = 999;
    private static final int NAME_LENGTH = 100;
    private static final int HOST_LENGTH = 253;
    private static final int PATH_LENGTH = 200;
    private static final int WORD_LENGTH = 60;
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    /** What needs no encoding in a path, and cannot end a line. */
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~/+:@!$&'()*,;=%-]*");

    private static final Pattern DATABASE = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:/-]+");
    private static final List<String> RECORD_SYNTAXES = List.of("usmarc", "xml");

    private TargetRules() {}

    /** What is wrong; none when it can be stored. */
    public static List<TargetProblem> check(TargetDraft draft) {
        var problems = new ArrayList<TargetProblem>();
        text(draft, Field.NAME, NAME_LENGTH, problems);
        text(draft, Field.HOST, HOST_LENGTH, problems);
        shape(draft, Field.HOST, HOST, Kind.NO_HOST, problems);
        number(draft, Field.PORT, 1, MOST_PORT, problems);
        number(draft, Field.SECONDS, 1, MOST_SECONDS, problems);
        number(draft, Field.PLACE, 0, MOST_PLACE, problems);
        if (isZ3950(draft)) {
            text(draft, Field.PATH, PATH_LENGTH, problems);
            shape(draft, Field.PATH, DATABASE, Kind.NOT_SUCH, problems);
            if (!RECORD_SYNTAXES.contains(draft.get(Field.SYNTAX).toLowerCase(Locale.ROOT)))
                problems.add(new TargetProblem(Field.SYNTAX, Kind.NO_SYNTAX, draft.get(Field.SYNTAX)));
            if (!draft.get(Field.INDEX).matches("[1-9][0-9]{0,4}"))
                problems.add(new TargetProblem(Field.INDEX, Kind.NO_ATTRIBUTE, draft.get(Field.INDEX)));
        } else {
            if (draft.get(Field.PATH).length() > PATH_LENGTH)
                problems.add(new TargetProblem(Field.PATH, Kind.TOO_LONG, String.valueOf(PATH_LENGTH)));
            shape(draft, Field.PATH, PATH, Kind.NOT_SUCH, problems);
            text(draft, Field.SYNTAX, WORD_LENGTH, problems);
            shape(draft, Field.SYNTAX, WORD, Kind.NOT_SUCH, problems);
            text(draft, Field.INDEX, WORD_LENGTH, problems);
            shape(draft, Field.INDEX, WORD, Kind.NOT_SUCH, problems);
        }
        return problems;
    }

    private static boolean isZ3950(TargetDraft draft) {
        return kind(draft) == TargetKind.Z39_50;
    }

    private static TargetKind kind(TargetDraft draft) {
        return Arrays.stream(TargetKind.values())
                .filter(kind -> kind.name().equals(draft.get(Field.KIND)))
                .findFirst()
                .orElse(TargetKind.SRU_HTTPS);
    }

    private static void text(TargetDraft draft, Field field, int most, List<TargetProblem> problems) {
        var typed = draft.get(field);
        if (typed.isEmpty()) problems.add(new TargetProblem(field, Kind.MISSING, ""));
        else if (typed.length() > most) problems.add(new TargetProblem(field, Kind.TOO_LONG, String.valueOf(most)));
    }

    /** What is missing or too long has been told. */
    private static void shape(TargetDraft draft, Field field, Pattern shape, Kind kind, List<TargetProblem> problems) {
        var typed = draft.get(field);
        if (typed.isEmpty() || problems.stream().anyMatch(problem -> problem.field() == field)) return;
        if (!shape.matcher(typed).matches()) problems.add(new TargetProblem(field, kind, typed));
    }

    private static void number(TargetDraft draft, Field field, int least, int most, List<TargetProblem> problems) {
        var typed = draft.get(field);
        var fits = typed.matches("[0-9]{1,6}") && Integer.parseInt(typed) >= least && Integer.parseInt(typed) <= most;
        if (!fits) problems.add(new TargetProblem(field, Kind.NO_NUMBER, String.valueOf(most)));
    }

    /** The target of a draft that has no problems. @param id of the one that it changes; 0 for a new one */
    public static CopyTarget target(int id, TargetDraft draft) {
        var profile = draft.get(Field.PROFILE);
        var kind = kind(draft);
        return new CopyTarget(
                id,
                draft.get(Field.NAME),
                kind,
                draft.get(Field.HOST).toLowerCase(Locale.ROOT),
                Integer.parseInt(draft.get(Field.PORT)),
                kind == TargetKind.Z39_50
                        ? draft.get(Field.PATH)
                        : draft.get(Field.PATH).replaceFirst("^/+", ""),
                kind == TargetKind.Z39_50 ? draft.get(Field.SYNTAX).toLowerCase(Locale.ROOT) : draft.get(Field.SYNTAX),
                Arrays.stream(Encoding.values())
                        .filter(one -> one.name().equals(draft.get(Field.ENCODING)))
                        .findFirst()
                        .orElse(Encoding.AS_FOUND),
                draft.get(Field.INDEX),
                Integer.parseInt(draft.get(Field.SECONDS)),
                Integer.parseInt(draft.get(Field.PLACE)),
                draft.enabled(),
                draft.inside(),
                profile.matches("[1-9][0-9]{0,17}") ? OptionalLong.of(Long.parseLong(profile)) : OptionalLong.empty());
    }
}
