package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.circulation.LendingTerms;
import org.carrel.circulation.LoanRule;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.LoanRules;
import org.carrel.circulation.LoanRules.Current;
import org.carrel.circulation.RuleAct;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleProblem.Place;
import org.carrel.circulation.RuleVersion;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.desk.web.LoanRulesServlet.Sent;
import org.carrel.desk.web.SchoolView.TextField;
import org.carrel.patrons.PatronCategory;
import org.carrel.privacy.AccountNames;

/** desk/loan-rules.xhtml: the rules by which things are lent. Administrators change them, librarians read them. */
@Named
@RequestScoped
public class LoanRulesView {
    /** What every row shows; the rest stands below, where the row says it. */
    private static final List<RuleField> COLUMNS =
            List.of(RuleField.PERIOD, RuleField.RENEWALS, RuleField.LOAN_LIMIT, RuleField.FINE_RATE);

    private static final int MOST_VERSIONS = 20;

    @Inject
    HttpServletRequest request;

    @Inject
    LoanRules rules;

    @Inject
    RuleReach reach;

    @Inject
    AccountNames names;

    @Inject
    StaffWords words;

    @Inject
    LendingTerms terms;

    @Inject
    Clock clock;

    private FormTexts texts = new FormTexts(Map.of());
    private Optional<Sent> sent = Optional.empty();
    private Current current = new Current(0, LoanRuleTable.EMPTY);
    private Optional<ExplainBox> explain = Optional.empty();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        current = rules.read();
        if (request.getAttribute(LoanRulesServlet.SENT) instanceof Sent known) sent = Optional.of(known);
        explain = Optional.of(new ExplainBox(texts, rules, terms::bells, reach, says(), clock.instant()));
    }

    /** One field of a row. @param inherited whether another rule says it */
    public record Cell(String name, String value, boolean inherited) {}

    /** A rule. @param more what it says beside the columns; empty for nothing */
    public record Row(
            String id,
            String name,
            List<Cell> cells,
            String more,
            String path,
            boolean removable,
            boolean changeable,
            String site,
            String category,
            String type) {}

    /** A line of another list. @param first of a row of a schedule */
    public record Line(String id, String name, String what, String first, boolean changeable) {}

    /** A version. */
    public record Past(String id, String when, String who, String what, String version, boolean restorable) {}

    public int getBase() {
        return current.version();
    }

    public boolean isMayChange() {
        return reach.mayChange();
    }

    public boolean isMayChangeAll() {
        return reach.mayChange(Optional.empty());
    }

    public String getDone() {
        return sent.isEmpty() && RuleAct.of(texts.get("done")).isPresent() ? words.text("loanRules.done") : "";
    }

    /** What is wrong, where it does not stand beside a form. */
    public List<String> getProblems() {
        return sent.stream()
                .flatMap(known -> known.problems().stream())
                .map(problem -> problem.place() == Place.TABLE
                        ? says().problem(problem)
                        : words.text("rulePlace." + problem.place()) + ": "
                                + problem.field()
                                        .map(field -> says().field(field) + ": ")
                                        .orElse("")
                                + says().problem(problem))
                .distinct()
                .toList();
    }

    public List<String> getColumns() {
        return COLUMNS.stream().map(says()::field).toList();
    }

    /** The rule for all first. */
    public List<Row> getRows() {
        var all = new ArrayList<>(current.table().rules());
        all.sort(Comparator.comparing(LoanRule::key, LoanRuleKey.MOST_SPECIFIC_FIRST.reversed())
                .thenComparing(rule -> says().key(rule.key())));
        var rows = new ArrayList<Row>();
        for (var rule : all) rows.add(row(rows.size() + 1, rule));
        return rows;
    }

    private Row row(int number, LoanRule rule) {
        var key = rule.key();
        var resolved = current.table().resolve(key);
        var cells = COLUMNS.stream()
                .map(field -> new Cell(
                        says().field(field),
                        says().value(field, resolved.value(field).orElse("")),
                        rule.says(field).isEmpty()))
                .toList();
        return new Row(
                "rule-" + number,
                says().key(key),
                cells,
                more(rule),
                LoanRulesServlet.ONE + "?" + query(key),
                !key.isDefault(),
                reach.mayChange(key.site()),
                key.site().orElse(""),
                key.category().map(Enum::name).orElse(""),
                key.itemType().orElse(""));
    }

    private String more(LoanRule rule) {
        return String.join(
                " · ",
                rule.values().entrySet().stream()
                        .filter(entry -> !COLUMNS.contains(entry.getKey()))
                        .map(entry ->
                                says().field(entry.getKey()) + ": " + says().value(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static String query(LoanRuleKey key) {
        return "site=" + encoded(key.site().orElse("")) + "&category="
                + key.category().map(Enum::name).orElse("") + "&type="
                + encoded(key.itemType().orElse(""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public List<Line> getGroups() {
        var lines = new ArrayList<Line>();
        for (var group : current.table().groups()) {
            var who = group.category().map(says()::category).orElseGet(() -> words.text("loanRules.everybody"));
            var where = group.site().map(says()::site);
            var what = words.text("loanRules.groupLine", group.most(), String.join(", ", group.itemTypes()), who)
                    + where.map(name -> " · " + name).orElse("");
            lines.add(new Line("group-" + (lines.size() + 1), group.name(), what, "", reach.mayChange(group.site())));
        }
        return lines;
    }

    public List<Line> getSchedules() {
        var lines = new ArrayList<Line>();
        for (var schedule : current.table().schedules())
            for (var row : schedule.rows())
                lines.add(new Line(
                        "schedule-" + (lines.size() + 1),
                        schedule.name(),
                        words.text(
                                "loanRules.scheduleLine",
                                says().day(row.first()),
                                says().day(row.last()),
                                says().day(row.due())),
                        row.first().toString(),
                        isMayChangeAll()));
        return lines;
    }

    public List<TextField> getGroupFields() {
        return fields(RuleAct.GROUP, "group", "name", "most", "types");
    }

    public List<TextField> getScheduleFields() {
        return fields(RuleAct.SCHEDULE, "schedule", "name", "first", "last", "due");
    }

    private List<TextField> fields(RuleAct act, String form, String... names) {
        var typed = sent.filter(known -> known.act() == act).map(Sent::texts);
        return Arrays.stream(names)
                .map(name -> new TextField(
                        form + "-" + name,
                        name,
                        words.text("loanRules." + form + "." + name),
                        typed.map(known -> known.get(name)).orElse(""),
                        ""))
                .toList();
    }

    public List<Choice> getGroupSites() {
        return sites("", isMayChangeAll());
    }

    public List<Choice> getGroupCategories() {
        var everybody = Stream.of(new Choice(RuleParts.NOTHING, words.text("loanRules.everybody"), true));
        return Stream.concat(everybody, categories("")).toList();
    }

    private List<Choice> sites(String chosen, boolean all) {
        var every = all
                ? Stream.of(new Choice(RuleParts.NOTHING, words.text("loanRules.everySite"), chosen.isEmpty()))
                : Stream.<Choice>empty();
        return Stream.concat(
                        every,
                        reach.sites().stream()
                                .map(site -> new Choice(
                                        site.code(), site.name(), site.code().equalsIgnoreCase(chosen))))
                .toList();
    }

    private Stream<Choice> categories(String chosen) {
        return Arrays.stream(PatronCategory.values())
                .map(one ->
                        new Choice(one.name(), says().category(one), one.name().equals(chosen)));
    }

    public List<Past> getHistory() {
        return rules.history(MOST_VERSIONS).stream().map(this::past).toList();
    }

    private Past past(RuleVersion version) {
        var who = version.by().isPresent() ? names.of(version.by().getAsLong()) : words.text("loanRules.byTheProgram");
        return new Past(
                "version-" + version.version(),
                words.time(version.at()),
                who,
                new RuleHistoryWords(words, says()).act(version.act(), version.detail()),
                String.valueOf(version.version()),
                isMayChangeAll() && version.version() != current.version());
    }

    public List<String> getTypes() {
        return reach.itemTypes(current.table());
    }

    /** The box that says when something would be due, and why. */
    public ExplainBox getExplain() {
        return explain.orElseThrow();
    }

    private RuleWords says() {
        return RuleWords.of(words, reach.sites());
    }
}
