package org.carrel.search.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carrel.search.SearchCase;
import org.carrel.search.SearchCase.Expectation;
import org.carrel.search.SearchCase.Expectation.AllOf;
import org.carrel.search.SearchCase.Expectation.Answered;
import org.carrel.search.SearchCase.Expectation.Below;
import org.carrel.search.SearchCase.Expectation.First;
import org.carrel.search.SearchCase.Expectation.InLanguage;
import org.carrel.search.SearchCase.Expectation.InSeriesOrder;
import org.carrel.search.SearchCase.Expectation.NotUnderstood;
import org.carrel.search.SearchCase.Expectation.Nothing;
import org.carrel.search.SearchCase.Expectation.OnTop;
import org.carrel.search.SearchCase.Expectation.SameAs;
import org.carrel.search.SearchCase.Expectation.Says;
import org.carrel.search.SearchCase.Expectation.Shows;
import org.carrel.search.SearchCase.Expectation.UnderstoodAs;
import org.carrel.search.SearchPage.Understood;

/**
 * Reads the lines of a list of cases: query, tab, what is expected, tab, why. What is expected is said in short English:
 * "1: Holes", "same as sharks", "all Riordan", "3 titles in series order", "zero results".
 */
public final class CaseText {
    private static final int ALL = 20;
    private static final Pattern ASIDE = Pattern.compile("\\s*\\([^)]*\\)");
    private static final Pattern SUBJECT = Pattern.compile("^\\p{L}+ \\p{L}+ \\(subject ([^)]+)\\).*");
    /** What is said beside a title that comes first. */
    private static final Pattern BESIDE = Pattern.compile("^(1: .+?) \\(.*");

    private static final Pattern AND_SO_ON = Pattern.compile(", (?:not|then) .*");
    private static final String QUOTES = "[\"“”]";

    /** Tried in order; the first that fits the whole clause counts. */
    private static final List<Form> FORMS = List.of(
            form("1: the english one", (query, found) -> new First(List.of(query))),
            form("1-2: (.+?) titles", (query, found) -> new First(List.of(found.group(1), found.group(1)))),
            form("1: (.+)", (query, found) -> first(found)),
            form("same first result as (.+)", (query, found) -> new SameAs(found.group(1), 1)),
            form("same (?:as|list as|set and order as) (.+)", (query, found) -> new SameAs(found.group(1), ALL)),
            form("says showing results for (.+)", (query, found) -> new Says(found.group(1))),
            form("all (\\d+) novels on page 1, in series order, .+", (query, found) -> series(found)),
            form("(\\d+) .*?in (?:series )?order above (.+)", (query, found) -> series(found)),
            form("(\\d+) .*?(?:in series order|series order).*", (query, found) -> series(found)),
            form("both (.+), in order", (query, found) -> new InSeriesOrder(2)),
            form("both", (query, found) -> new First(List.of(query, query))),
            form("all (.+?)(?: titles)?(?:, .*)?", (query, found) -> new AllOf(found.group(1))),
            form("(.+) and (.+) on top", (query, found) -> new OnTop(List.of(found.group(1), found.group(2)))),
            form("language filter (\\p{L}+) applied: (\\d+) titles", (query, found) -> language(found)),
            form("(?:range filter|.+ level filter).*", (query, found) -> new UnderstoodAs(Understood.LEVEL)),
            form("shelf list at .+", (query, found) -> new UnderstoodAs(Understood.CALL_NUMBER)),
            form("zero-results? .*", (query, found) -> new Nothing()),
            form("no error.*|a usable page.*", (query, found) -> new Answered()),
            form("titles with 586 (.+)", (query, found) -> shows(found.group(1))),
            form("subject (.+) titles", (query, found) -> shows(found.group(1))),
            form("(.+?) (?:stories|titles) ?found", (query, found) -> shows(found.group(1))),
            form("(.+?) titles", (query, found) -> shows(found.group(1))),
            form("[^:]+", (query, found) -> shows(found.group())));

    /** What is said after the first clause; other asides are for people. */
    private static final List<Form> MORE = List.of(
            form(
                    "says " + QUOTES + "?showing results for (.+?)" + QUOTES + "?",
                    (query, found) -> new Says(found.group(1))),
            form("(.+) second", (query, found) -> new First(List.of("", found.group(1)))),
            form("(.+) (?:lower|not above it)", (query, found) -> new Below(List.of(found.group(1)))));

    private record Form(Pattern pattern, BiFunction<String, Matcher, Expectation> expectation) {
        Optional<Expectation> read(String query, String clause) {
            var found = pattern.matcher(clause);
            return found.matches() ? Optional.of(expectation.apply(query, found)) : Optional.empty();
        }
    }

    private CaseText() {}

    /** Lines without a tab, and a first line of headings, are left out. */
    public static List<SearchCase> cases(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("\t") && !line.startsWith("query\texpected"))
                .map(line -> line.split("\t", -1))
                .map(cells -> of(cells[0], cells[1], cells.length > 2 ? cells[2] : ""))
                .toList();
    }

    /** One case; what cannot be read becomes {@link NotUnderstood}. */
    public static SearchCase of(String query, String expected, String reason) {
        var clauses = Arrays.asList(expected.split("; "));
        var expectations = new ArrayList<Expectation>();
        var first = plain(BESIDE.matcher(SUBJECT.matcher(clauses.getFirst()).replaceFirst("subject $1 titles"))
                .replaceFirst("$1"));
        expectations.add(read(FORMS, query, first).orElse(new NotUnderstood(clauses.getFirst())));
        for (var clause : clauses.subList(1, clauses.size()))
            read(MORE, query, plain(clause)).ifPresent(expectations::add);
        above(query, first).ifPresent(expectations::add);
        return new SearchCase(query, expectations, reason);
    }

    /** "5 Olympians titles in order above The lost hero and Greek gods". */
    private static Optional<Expectation> above(String query, String clause) {
        var found = Pattern.compile("\\d+ .*? above (.+?) and (.+)").matcher(clause);
        return found.matches() ? Optional.of(new Below(List.of(found.group(1), found.group(2)))) : Optional.empty();
    }

    private static String plain(String clause) {
        return ASIDE.matcher(clause).replaceAll("").replaceAll(QUOTES, "").strip();
    }

    private static Optional<Expectation> read(List<Form> forms, String query, String clause) {
        return forms.stream()
                .map(form -> form.read(query, clause))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Form form(String pattern, BiFunction<String, Matcher, Expectation> expectation) {
        return new Form(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), expectation);
    }

    private static Expectation first(Matcher found) {
        return new First(List.of(AND_SO_ON.matcher(found.group(1)).replaceFirst("")));
    }

    private static Expectation series(Matcher found) {
        return new InSeriesOrder(Integer.parseInt(found.group(1)));
    }

    private static Expectation language(Matcher found) {
        var narrowed = Intents.of(found.group(1) + " books").orElseThrow();
        return new InLanguage(narrowed.narrowing().languages().getFirst(), Integer.parseInt(found.group(2)));
    }

    /** Several things with commas are alternatives; "horror subjects" is horror. */
    private static Expectation shows(String text) {
        var words = Arrays.stream(text.split(", (?!\\d)"))
                .map(part -> part.replaceAll("(?i) (subjects|titles)$", ""))
                .toList();
        return new Shows(words);
    }
}
