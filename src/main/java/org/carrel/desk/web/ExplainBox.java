package org.carrel.desk.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.DueAnswer;
import org.carrel.circulation.DueFacts;
import org.carrel.circulation.ExplainWish;
import org.carrel.circulation.Explained;
import org.carrel.circulation.LoanRules;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.SiteBells;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.patrons.PatronCategory;
import org.carrel.school.SchoolSite;

/** When something would be due, with every step in words. */
public final class ExplainBox {
    private final FormTexts texts;
    private final SiteBells bells;
    private final LoanRules rules;
    private final RuleReach reach;
    private final RuleWords says;
    private final DueStepWords dues;
    private final List<SchoolSite> sites;
    private final Instant now;
    private final boolean asked;
    private Optional<LocalDate> lent = Optional.empty();
    private Optional<LocalDate> expires = Optional.empty();
    private Optional<LocalTime> time = Optional.empty();
    private String problem = "";
    private Optional<Explained> explained = Optional.empty();

    ExplainBox(FormTexts texts, LoanRules rules, SiteBells bells, RuleReach reach, RuleWords says, Instant now) {
        this.bells = bells;
        this.texts = texts;
        this.rules = rules;
        this.reach = reach;
        this.says = says;
        this.dues = new DueStepWords(says);
        this.sites = reach.sites();
        this.now = now.truncatedTo(ChronoUnit.MINUTES);
        this.asked = texts.has("lent");
        lent = day("lent");
        expires = day("expires");
        time = time();
    }

    /** A step of the way. @param rule which rule asked for it */
    public record Step(String text, String rule) {}

    /** What holds for the loan. */
    public record Value(String field, String value, String from) {}

    private Optional<LocalDate> day(String name) {
        var text = texts.get(name).strip();
        if (text.isEmpty()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1990 && day.getYear() < 2200);
        } catch (DateTimeException e) {
            problem = says.words().text("ruleProblem.NO_DAY", text);
            return Optional.empty();
        }
    }

    private Optional<LocalTime> time() {
        var text = texts.get("time").strip();
        if (text.isEmpty()) return Optional.empty();
        var typed = RuleField.DUE_TIME.read(text).filter(value -> !value.equals(RuleField.SAME_TIME));
        if (typed.isEmpty()) problem = says.words().text("loanRules.noTime", text);
        return typed.map(LocalTime::parse);
    }

    private Optional<SchoolSite> site() {
        var code = texts.get("at").isEmpty() ? reach.usualSite() : texts.get("at");
        return sites.stream().filter(one -> one.code().equalsIgnoreCase(code)).findFirst();
    }

    private ZoneId zone() {
        return site().map(SchoolSite::zone).orElse(ZoneId.of("UTC"));
    }

    private PatronCategory category() {
        return RuleForm.category(texts.get("who")).orElse(PatronCategory.STUDENT);
    }

    public List<Choice> getSites() {
        var here = site().map(SchoolSite::code).orElse("");
        return sites.stream()
                .map(one -> new Choice(one.code(), one.name(), one.code().equals(here)))
                .toList();
    }

    public List<Choice> getCategories() {
        return Arrays.stream(PatronCategory.values())
                .map(one -> new Choice(one.name(), says.category(one), one == category()))
                .toList();
    }

    public String getType() {
        return texts.get("what").strip();
    }

    /** Today at the site, until somebody has said a day. */
    public String getLent() {
        return asked
                ? lent.map(LocalDate::toString).orElse("")
                : LocalDate.ofInstant(now, zone()).toString();
    }

    public String getTime() {
        return asked ? texts.get("time") : LocalTime.ofInstant(now, zone()).toString();
    }

    public String getExpires() {
        return expires.map(LocalDate::toString).orElse("");
    }

    public boolean isHeld() {
        return texts.has("held");
    }

    public String getProblem() {
        if (!asked || !problem.isEmpty()) return problem;
        return lent.isEmpty() ? says.words().text("ruleProblem.NO_DAY", texts.get("lent")) : "";
    }

    public boolean isAnswered() {
        return asked && getProblem().isEmpty() && site().isPresent();
    }

    private Explained explained() {
        if (explained.isEmpty()) explained = Optional.of(explain());
        return explained.get();
    }

    private Explained explain() {
        var at = lent.orElseThrow()
                .atTime(time.orElse(LocalTime.NOON))
                .atZone(zone())
                .toInstant();
        var facts =
                new DueFacts(expires, isHeld(), bells.of(site().orElseThrow().code()));
        return rules.explain(new ExplainWish(site().orElseThrow().code(), category(), getType(), at, facts));
    }

    public String getDue() {
        return switch (explained().answer()) {
            case DueAnswer.Due due -> says.words().text("explain.due", says.moment(due.at(), zone()));
            case DueAnswer.NoDue never -> says.words().text("explain.never");
            case DueAnswer.Refused refused -> dues.problem(refused.reason());
        };
    }

    public List<Step> getSteps() {
        return explained().answer().steps().stream()
                .map(step -> new Step(dues.step(step), says.words().text("explain.rule", says.from(step.row()))))
                .toList();
    }

    /** Everything that holds for the loan, and which rule says so. */
    public List<Value> getValues() {
        var rule = explained().rule();
        var all = new ArrayList<Value>();
        for (var field : RuleField.values())
            all.add(new Value(
                    says.field(field), says.value(field, rule.value(field).orElse("")), says.from(rule.row(field))));
        return all;
    }
}
