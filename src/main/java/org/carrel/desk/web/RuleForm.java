package org.carrel.desk.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.circulation.LimitGroup;
import org.carrel.circulation.LoanRule;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.LoanSchedule;
import org.carrel.circulation.RuleAct;
import org.carrel.circulation.RuleDraft;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleProblem;
import org.carrel.circulation.RuleProblem.Kind;
import org.carrel.circulation.RuleProblem.Place;
import org.carrel.patrons.PatronCategory;

/** The table of loan rules that somebody wants, out of a form. */
final class RuleForm {
    private final int base;
    private final LoanRuleTable table;
    private final FormTexts texts;
    private final List<RuleProblem> problems = new ArrayList<>();

    private RuleForm(int base, LoanRuleTable table, FormTexts texts) {
        this.base = base;
        this.table = table;
        this.texts = texts;
    }

    /** The draft, or what is wrong with the form itself. */
    record Read(Optional<RuleDraft> draft, List<RuleProblem> problems) {}

    /**
     * @param base the version that the form was opened with
     * @param table the rules that hold; those of another version for {@link RuleAct#RESTORE}
     */
    static Read read(RuleAct act, int base, LoanRuleTable table, FormTexts texts) {
        var form = new RuleForm(base, table, texts);
        var draft = form.draft(act);
        return form.problems.isEmpty()
                ? new Read(Optional.of(draft), List.of())
                : new Read(Optional.empty(), form.problems);
    }

    /** Which rule the form is about; the one for all when it says nothing. */
    static LoanRuleKey key(FormTexts texts) {
        return LoanRuleKey.of(RuleParts.chosen(texts.get("site")), category(texts.get("category")), texts.get("type"));
    }

    /** Codes of a rule with bars between, as the history keeps them. */
    static String code(LoanRuleKey key) {
        return key.site().orElse("") + "|" + key.category().map(Enum::name).orElse("") + "|"
                + key.itemType().orElse("");
    }

    /** The default for what is no such code. */
    static LoanRuleKey key(String code) {
        var parts = code.split("\\|", -1);
        return parts.length == 3 ? LoanRuleKey.of(parts[0], category(parts[1]), parts[2]) : LoanRuleKey.DEFAULT;
    }

    static Optional<PatronCategory> category(String name) {
        return Arrays.stream(PatronCategory.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    static Optional<String> code(String text) {
        return Optional.of(RuleParts.chosen(text)).filter(code -> !code.isEmpty());
    }

    private RuleDraft draft(RuleAct act) {
        return switch (act) {
            case EDIT -> edited();
            case REMOVE -> removed();
            case GROUP -> grouped();
            case UNGROUP -> ungrouped();
            case SCHEDULE -> scheduled();
            case UNSCHEDULE -> unscheduled();
            case FIRST, RESTORE -> RuleDraft.of(base, table, RuleAct.RESTORE, texts.get("version"));
        };
    }

    /** The rule stands last, so that its problems are known by that. */
    private RuleDraft edited() {
        var key = key(texts);
        var rules = new ArrayList<>(table.rules());
        if (texts.get("adding").isEmpty())
            rules.removeIf(rule -> rule.key().folded().equals(key.folded()));
        rules.add(new LoanRule(key, values()));
        return rules(rules, RuleAct.EDIT, key);
    }

    private EnumMap<RuleField, String> values() {
        var values = new EnumMap<RuleField, String>(RuleField.class);
        for (var field : RuleField.values())
            values.put(field, parts(field, texts).value(field));
        return values;
    }

    static RuleParts parts(RuleField field, FormTexts texts) {
        var sent = texts.get(field.code()).strip();
        return RuleParts.isTyped(field)
                ? new RuleParts("", sent)
                : new RuleParts(
                        RuleParts.chosen(sent),
                        texts.get(field.code() + ".text").strip());
    }

    private RuleDraft removed() {
        var key = key(texts);
        var rules = new ArrayList<>(table.rules());
        if (!rules.removeIf(rule -> rule.key().folded().equals(key.folded()))) stale();
        return rules(rules, RuleAct.REMOVE, key);
    }

    private RuleDraft rules(List<LoanRule> rules, RuleAct act, LoanRuleKey key) {
        return new RuleDraft(base, rules, table.groups(), table.schedules(), act, code(key));
    }

    private RuleDraft grouped() {
        var name = texts.get("name").strip();
        var most = FormTexts.integer(texts.get("most"));
        if (most < 0) problems.add(RuleProblem.of(Place.GROUP, 0, Kind.NO_VALUE, texts.get("most")));
        var types = Arrays.stream(texts.get("types").split("[,;\\s]+"))
                .filter(type -> !type.isEmpty())
                .toList();
        var groups = new ArrayList<>(table.groups());
        groups.removeIf(group -> group.name().equalsIgnoreCase(name));
        groups.add(new LimitGroup(
                name, code(texts.get("groupSite")), category(texts.get("groupCategory")), Math.max(0, most), types));
        return groups(groups, RuleAct.GROUP, name);
    }

    private RuleDraft ungrouped() {
        var name = texts.get("name");
        var groups = new ArrayList<>(table.groups());
        if (!groups.removeIf(group -> group.name().equals(name))) stale();
        return groups(groups, RuleAct.UNGROUP, name);
    }

    private RuleDraft groups(List<LimitGroup> groups, RuleAct act, String name) {
        return new RuleDraft(base, table.rules(), groups, table.schedules(), act, name);
    }

    private RuleDraft scheduled() {
        var name = texts.get("name").strip();
        var first = day("first");
        var last = day("last");
        var due = day("due");
        var schedules = new ArrayList<>(table.schedules());
        var there = schedules.stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst();
        there.ifPresent(schedules::remove);
        var rows = new ArrayList<>(there.map(LoanSchedule::rows).orElse(List.of()));
        if (first.isPresent() && last.isPresent() && due.isPresent())
            rows.add(new LoanSchedule.Row(first.get(), last.get(), due.get()));
        rows.sort(Comparator.comparing(LoanSchedule.Row::first));
        schedules.add(new LoanSchedule(there.map(LoanSchedule::name).orElse(name), rows));
        return schedules(schedules, RuleAct.SCHEDULE, name);
    }

    /** A schedule goes with its last row. */
    private RuleDraft unscheduled() {
        var name = texts.get("name");
        var first = texts.get("first");
        var schedules = new ArrayList<LoanSchedule>();
        for (var one : table.schedules()) {
            var rows = new ArrayList<>(one.rows());
            if (one.name().equals(name))
                rows.removeIf(row -> row.first().toString().equals(first));
            if (!rows.isEmpty()) schedules.add(new LoanSchedule(one.name(), rows));
        }
        if (schedules.equals(table.schedules())) stale();
        return schedules(schedules, RuleAct.UNSCHEDULE, name);
    }

    private RuleDraft schedules(List<LoanSchedule> schedules, RuleAct act, String name) {
        return new RuleDraft(base, table.rules(), table.groups(), schedules, act, name);
    }

    private Optional<LocalDate> day(String field) {
        var text = texts.get(field).strip();
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            problems.add(RuleProblem.of(Place.SCHEDULE, 0, Kind.NO_DAY, text));
            return Optional.empty();
        }
    }

    private void stale() {
        problems.add(RuleProblem.of(Place.TABLE, 0, Kind.STALE, ""));
    }

    /** The name of a field's element in a page. */
    static String id(RuleField field) {
        return field.code().toLowerCase(Locale.ROOT);
    }
}
