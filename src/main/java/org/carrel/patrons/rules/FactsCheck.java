package org.carrel.patrons.rules;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved.Problem;

/** Whether what a person typed can be kept. */
public final class FactsCheck {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\u200C\\u200D]]+");

    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");

    private FactsCheck() {}

    /** Unicode NFC, one line, without signs that nobody can see and without blanks around. */
    public static String clean(String text) {
        if (isPlain(text)) return text.strip();
        var oneLine = UNSEEN.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("");
        return Normalizer.normalize(oneLine, Normalizer.Form.NFC).strip();
    }

    /** What most cells are: nothing of it can be seen in two ways. */
    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) if (text.charAt(i) < ' ' || text.charAt(i) > '~') return false;
        return true;
    }

    /** All fields as they are kept: {@link #clean}, and the grade as its code. */
    public static PatronFacts cleaned(PatronFacts typed) {
        var facts = typed;
        for (var field : typed.fields().keySet()) {
            var text = clean(typed.get(field));
            facts = facts.with(field, field == PatronField.GRADE ? Grades.code(text) : text);
        }
        return facts;
    }

    /** @param sites the codes of the sites there are */
    public static Map<PatronField, Problem> problems(PatronFacts facts, Set<String> sites) {
        var problems = new EnumMap<PatronField, Problem>(PatronField.class);
        for (var field : PatronField.values()) {
            if (facts.get(field).length() > field.longest()) problems.put(field, Problem.TOO_LONG);
        }
        if (facts.get(PatronField.FAMILY_NAME).isEmpty()) problems.put(PatronField.FAMILY_NAME, Problem.MISSING);
        email(facts, PatronField.EMAIL, problems);
        email(facts, PatronField.GUARDIAN_EMAIL, problems);
        var site = facts.get(PatronField.SITE);
        if (!site.isEmpty() && !sites.contains(site)) problems.put(PatronField.SITE, Problem.NO_SUCH_SITE);
        if (!isOneOf(facts.get(PatronField.CATEGORY))) problems.put(PatronField.CATEGORY, Problem.UNKNOWN);
        return problems;
    }

    /** Addresses are checked for their shape only. */
    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    private static void email(PatronFacts facts, PatronField field, Map<PatronField, Problem> problems) {
        var text = facts.get(field);
        if (!text.isEmpty() && !isEmail(text)) problems.putIfAbsent(field, Problem.NO_EMAIL);
    }

    private static boolean isOneOf(String category) {
        for (var known : PatronCategory.values()) if (known.name().equals(category)) return true;
        return false;
    }
}
