package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.carrel.catalog.ItemCondition;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.school.SchoolSite;
import org.carrel.shelfwork.Weeding;
import org.carrel.shelfwork.WeedingRule;

/** desk/weeding-rules.xhtml: what makes a copy one to look at, and how many copies each rule names. */
@Named
@RequestScoped
public class WeedingRulesView {
    static final String PAGE = "/desk/weeding-rules";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.weedingRuleProblem";
    /** Request attribute: the rule as it was typed. */
    static final String TYPED = "org.carrel.desk.weedingRule";
    /** Request attribute: how many copies it would name. */
    static final String COUNT = "org.carrel.desk.weedingRuleCount";

    private static final WeedingRule NEW = new WeedingRule(
            0, "", "", "", OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), true, 0);

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    Weeding weeding;

    @Inject
    StaffWords words;

    private Optional<SchoolSite> site = Optional.empty();
    private List<WeedingRule> rules = List.of();
    private Map<Integer, Integer> counts = Map.of();

    @PostConstruct
    void load() {
        site = reach.chosen(typed("site"));
        if (site.isEmpty()) return;
        rules = weeding.rules();
        counts = weeding.counts(site.get(), rules);
    }

    /** Answers 404 for a site or a rule that is not there. */
    public void check() throws IOException {
        var asked = FormTexts.integer(typed("rule"));
        var isThere = asked <= 0 || rules.stream().anyMatch(rule -> rule.id() == asked);
        if (site.isEmpty() && !typed("site").isEmpty() || !isThere) Pages.notFound();
    }

    private String typed(String name) {
        return FormTexts.of(request).get(name);
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    public List<Link> getSites() {
        return reach.links(PAGE, getCode());
    }

    /** A rule in the words of the page. @param copies that it names */
    public record Row(int id, String name, String classes, String states, boolean active, String copies) {}

    public List<Row> getRows() {
        return rules.stream()
                .map(rule -> new Row(
                        rule.id(),
                        rule.name(),
                        classes(rule),
                        states(rule),
                        rule.active(),
                        words.number(counts.getOrDefault(rule.id(), 0))))
                .toList();
    }

    private String classes(WeedingRule rule) {
        if (rule.from().isEmpty()) return words.text("weedingRules.everyClass");
        return rule.from().equals(rule.to()) ? rule.from() : rule.from() + "–" + rule.to();
    }

    private String states(WeedingRule rule) {
        var said = new ArrayList<String>();
        rule.years().ifPresent(years -> said.add(words.text("weedingRules.older", years)));
        rule.unusedYears().ifPresent(years -> said.add(words.text("weedingRules.unused", years)));
        rule.worst().ifPresent(worst -> said.add(words.text("itemCondition." + worst)));
        rule.copies().ifPresent(copies -> said.add(words.text("weedingRules.more", copies)));
        return String.join(" · ", said);
    }

    /** The rule of the form: as it was typed, the one that was asked for, or a new one. */
    private WeedingRule form() {
        if (request.getAttribute(TYPED) instanceof WeedingRule typed) return typed;
        var asked = FormTexts.integer(typed("rule"));
        return rules.stream().filter(rule -> rule.id() == asked).findFirst().orElse(NEW);
    }

    public int getId() {
        return form().id();
    }

    public int getVersion() {
        return form().version();
    }

    public String getName() {
        return form().name();
    }

    public String getFrom() {
        return form().from();
    }

    public String getTo() {
        return form().to();
    }

    public String getYears() {
        return text(form().years());
    }

    public String getUnusedYears() {
        return text(form().unusedYears());
    }

    public String getCopies() {
        return text(form().copies());
    }

    private static String text(OptionalInt number) {
        return number.isPresent() && number.getAsInt() >= 0 ? String.valueOf(number.getAsInt()) : "";
    }

    public boolean isActive() {
        return form().active();
    }

    public List<Choice> getConditions() {
        var worst = form().worst();
        return Stream.concat(
                        Stream.of(new Choice("", words.text("weedingRules.anyCondition"), worst.isEmpty())),
                        Stream.of(ItemCondition.WORN, ItemCondition.DAMAGED)
                                .map(one -> new Choice(
                                        one.name(),
                                        words.text("itemCondition." + one),
                                        worst.equals(Optional.of(one)))))
                .toList();
    }

    public String getFormTitle() {
        return form().id() == 0 ? words.text("weedingRules.new") : words.text("weedingRules.change", form().name());
    }

    public String getProblem() {
        return request.getAttribute(PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getPreview() {
        return request.getAttribute(COUNT) instanceof Integer count ? words.text("weedingRules.preview", count) : "";
    }

    public String getDone() {
        return typed("done").equals("saved") ? words.text("weedingRules.saved") : "";
    }
}
