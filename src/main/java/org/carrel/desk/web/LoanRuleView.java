package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.circulation.LoanRule;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.LoanRules;
import org.carrel.circulation.LoanRules.Current;
import org.carrel.circulation.ResolvedRule;
import org.carrel.circulation.RuleAct;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RulePreview;
import org.carrel.circulation.RuleProblem;
import org.carrel.circulation.Simulated;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.desk.web.LoanRulesServlet.Sent;
import org.carrel.patrons.PatronCategory;

/** desk/loan-rule.xhtml: one loan rule, or a look at what a change of the rules would do. */
@Named
@RequestScoped
public class LoanRuleView {
    @Inject
    HttpServletRequest request;

    @Inject
    LoanRules rules;

    @Inject
    RuleReach reach;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private Optional<Sent> sent = Optional.empty();
    private Current current = new Current(0, LoanRuleTable.EMPTY);
    private LoanRuleKey key = LoanRuleKey.DEFAULT;
    private boolean adding;
    private List<RuleProblem> problems = List.of();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        current = rules.read();
        key = RuleForm.key(texts);
        adding = texts.has("adding");
        if (!(request.getAttribute(LoanRulesServlet.SENT) instanceof Sent known)) return;
        sent = Optional.of(known);
        problems = known.problems();
    }

    /** Answers 404 for a rule that is not there, or that somebody may not change. */
    public void check() throws IOException {
        if (sent.isPresent()) return;
        var there = adding || current.table().rule(key).isPresent();
        if (!there || !adding && !reach.mayChange(key.site())) Pages.notFound();
    }

    /** Fields that belong together. */
    public record Part(String id, String title, List<RuleInput> inputs) {}

    /** What was typed, to be sent once more. */
    public record Hidden(String name, String value) {}

    public boolean isAdding() {
        return adding;
    }

    public boolean isPreviewing() {
        return sent.flatMap(Sent::preview).isPresent();
    }

    public String getName() {
        return adding ? words.text("loanRules.new") : says().key(key);
    }

    public int getBase() {
        return sent.isPresent() ? Math.max(0, FormTexts.integer(texts.get("base"))) : current.version();
    }

    public String getSite() {
        return key.site().orElse("");
    }

    public String getCategory() {
        return key.category().map(Enum::name).orElse("");
    }

    public String getType() {
        return key.itemType().orElse("");
    }

    public List<String> getTypes() {
        return reach.itemTypes(current.table());
    }

    public List<Choice> getSites() {
        var all = reach.mayChange(Optional.empty())
                ? Stream.of(new Choice(
                        RuleParts.NOTHING,
                        words.text("loanRules.everySite"),
                        getSite().isEmpty()))
                : Stream.<Choice>empty();
        var known = reach.sites().stream()
                .filter(site -> reach.mayChange(Optional.of(site.code())))
                .map(site -> new Choice(site.code(), site.name(), site.code().equalsIgnoreCase(getSite())));
        return Stream.concat(all, known).toList();
    }

    public List<Choice> getCategories() {
        var all = new ArrayList<Choice>();
        all.add(new Choice(
                RuleParts.NOTHING,
                words.text("loanRules.everybody"),
                getCategory().isEmpty()));
        for (var one : PatronCategory.values())
            all.add(new Choice(one.name(), says().category(one), one.name().equals(getCategory())));
        return all;
    }

    public List<Part> getParts() {
        var inherited = current.table().resolve(key);
        var rule = current.table().rule(key).filter(known -> !adding);
        return Arrays.stream(RuleField.Part.values())
                .map(part -> new Part(
                        "part-" + part.name().toLowerCase(Locale.ROOT),
                        words.text("rulePart." + part),
                        Arrays.stream(RuleField.values())
                                .filter(field -> field.part() == part)
                                .map(field -> input(field, rule, inherited))
                                .toList()))
                .toList();
    }

    private RuleInput input(RuleField field, Optional<LoanRule> rule, ResolvedRule inherited) {
        var parts = sent.isPresent()
                ? RuleForm.parts(field, texts)
                : RuleParts.of(field, rule.flatMap(known -> known.says(field)).orElse(""));
        var id = RuleForm.id(field);
        var both = RuleParts.isBoth(field);
        return new RuleInput(
                id,
                says().field(field),
                hint(field, rule, inherited),
                choices(field, parts),
                both || RuleParts.isTyped(field),
                parts.text(),
                both ? id + ".text" : id,
                problem(field));
    }

    private String hint(RuleField field, Optional<LoanRule> rule, ResolvedRule inherited) {
        var base = rule.map(known -> new LoanRuleTable(
                        current.table().rules().stream()
                                .filter(one -> !one.equals(known))
                                .toList(),
                        List.of(),
                        current.table().schedules())
                .resolve(key));
        var given = base.orElse(inherited);
        var text = words.text(
                "loanRules.inherits",
                says().value(field, given.value(field).orElse("")),
                says().from(given.row(field)));
        return key.isDefault() && given.row(field).isEmpty()
                ? words.text(
                        "loanRules.builtIn",
                        says().value(field, given.value(field).orElse("")))
                : text;
    }

    private List<Choice> choices(RuleField field, RuleParts parts) {
        var all = new ArrayList<Choice>();
        for (var choice : RuleParts.choices(field, current.table().schedules()))
            all.add(new Choice(choice, choice(field, choice), choice.equals(parts.choice())));
        if (!all.isEmpty())
            all.addFirst(new Choice(
                    RuleParts.NOTHING,
                    words.text("loanRules.inherit"),
                    parts.choice().isEmpty()));
        return all;
    }

    private String choice(RuleField field, String choice) {
        var schedule = RuleParts.scheduleOf(choice);
        if (schedule.isPresent()) return words.text("ceiling.SCHEDULE", schedule.get());
        return switch (field.kind()) {
            case PERIOD -> words.text("periodUnit." + choice);
            case SPAN -> words.text("periodUnit." + choice);
            case CEILING -> words.text("ceilingChoice." + choice);
            case TIME -> words.text("timeChoice." + choice);
            default -> says().value(field, choice);
        };
    }

    private String problem(RuleField field) {
        var own = sent.flatMap(Sent::draft).map(draft -> draft.rules().size()).orElse(0);
        return problems.stream()
                .filter(problem -> problem.field().filter(field::equals).isPresent() && problem.row() == own)
                .map(says()::problem)
                .findFirst()
                .orElse("");
    }

    /** What is wrong as a whole: with other rules too, as a change here can spoil them. */
    public List<String> getProblems() {
        var draft = sent.flatMap(Sent::draft);
        return problems.stream()
                .map(problem -> {
                    var where = draft.filter(known -> problem.place() == RuleProblem.Place.RULE && problem.row() > 0)
                            .map(known -> says().key(known.rules()
                                            .get(problem.row() - 1)
                                            .key()) + ", ")
                            .orElse("");
                    var field = problem.field().map(known -> says().field(known) + ": ");
                    return field.map(named -> where + named).orElse("") + says().problem(problem);
                })
                .toList();
    }

    public List<Hidden> getHidden() {
        return texts.texts().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("do"))
                .map(entry -> new Hidden(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What the change is. */
    public String getAct() {
        return sent.map(known -> actText(
                        known.act(), known.draft().map(draft -> draft.detail()).orElse("")))
                .orElse("");
    }

    private String actText(RuleAct act, String detail) {
        return new RuleHistoryWords(words, says()).act(act.word(), detail);
    }

    public boolean isFormToGoBackTo() {
        return sent.filter(known -> known.act() == RuleAct.EDIT).isPresent();
    }

    /** What would come of it. */
    public RuleEffects getEffects() {
        var preview = sent.flatMap(Sent::preview).orElse(new RulePreview(List.of(), List.of(), Simulated.NOTHING));
        return new RuleEffects(preview, says(), words, rules.knowsLoans());
    }

    private RuleWords says() {
        return RuleWords.of(words, reach.sites());
    }
}
