package org.carrel.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.catalog.CopyMap;
import org.carrel.catalog.CopySource;
import org.carrel.catalog.OverlayRow;
import org.carrel.catalog.SettingsProblem;

/** The fields of a profile's form with their labels, what is in them and what is wrong with that. */
final class ProfileWords {
    private final ProfileForm form;
    private final List<SettingsProblem> problems;
    private final StaffWords words;

    ProfileWords(ProfileForm form, List<SettingsProblem> problems, StaffWords words) {
        this.form = form;
        this.problems = problems;
        this.words = words;
    }

    /**
     * A text to be typed.
     *
     * @param id of the element; {@code name} is what is posted
     * @param problem a sentence, or empty
     */
    public record Field(String id, String name, String label, String value, String problem) {}

    /** One of several. */
    public record Choice(String value, String name, boolean chosen) {}

    /** @param number from 1, for people; {@code index} from 0, for the form */
    public record Overlay(int index, int number, Field tags, String id, String name, List<Choice> ways) {}

    /** @param kind what is posted; {@code title} what it is called */
    public record Rule(
            int index, int number, String kind, String title, List<Field> fields, boolean first, boolean last) {}

    static String copies(CopySource source, StaffWords words) {
        return switch (source) {
            case CopySource.Detect detect -> words.text("profile.copies.DETECT");
            case CopySource.Preset preset -> words.text("profile.copies." + preset.form());
            case CopySource.Custom custom ->
                words.text("profile.ownMap", custom.map().tag());
        };
    }

    Field field(String name, String label) {
        return new Field(id(name), name, words.text(label), form.texts().get(name), problem(name));
    }

    private static String id(String name) {
        return name.replace('.', '-');
    }

    private String problem(String name) {
        return problems.stream()
                .filter(problem -> problem.field().equals(name))
                .findFirst()
                .map(this::sentence)
                .orElse("");
    }

    private String sentence(SettingsProblem problem) {
        return words.text("settingsProblem." + problem.problem(), problem.detail());
    }

    /** Links to the fields that have to be changed. */
    List<Field> wrong() {
        return problems.stream()
                .map(problem -> new Field(id(problem.field()), problem.field(), "", "", sentence(problem)))
                .toList();
    }

    List<Choice> sources() {
        var chosen = form.texts().get("copies");
        var forms = FormTexts.names(CopySource.Form.values());
        return Stream.of(List.of(ProfileForm.DETECT), forms, List.of(ProfileForm.MAP))
                .flatMap(List::stream)
                .map(name -> new Choice(name, words.text("profile.copies." + name), name.equals(chosen)))
                .toList();
    }

    List<Field> parts() {
        return Arrays.stream(CopyMap.Part.values())
                .map(part -> field("copies." + part, "copyPart." + part))
                .toList();
    }

    List<Choice> prices() {
        var chosen = form.texts().oneOf("copies.price", CopyMap.PriceForm.CENTS);
        return Arrays.stream(CopyMap.PriceForm.values())
                .map(price -> new Choice(price.name(), words.text("priceForm." + price), price == chosen))
                .toList();
    }

    List<Overlay> overlay() {
        return Stream.iterate(0, i -> i < form.overlay().size(), i -> i + 1)
                .map(this::overlay)
                .toList();
    }

    private Overlay overlay(int i) {
        var row = form.overlay().get(i);
        var name = "overlay." + i + ".tags";
        var tags = new Field(id(name), name, words.text("profile.tags"), row.tags(), problem(name));
        var ways = Arrays.stream(OverlayRow.Way.values())
                .map(way -> new Choice(way.name(), words.text("overlayWay." + way), way == row.way()))
                .toList();
        return new Overlay(i, i + 1, tags, "overlay-" + i + "-way", "overlay." + i + ".way", ways);
    }

    List<Rule> rules() {
        return Stream.iterate(0, i -> i < form.rules().size(), i -> i + 1)
                .map(this::rule)
                .toList();
    }

    private Rule rule(int i) {
        var rule = form.rules().get(i);
        var fields = rule.kind().fields().stream()
                .map(field -> {
                    var name = "rules." + i + "." + field;
                    return new Field(id(name), name, words.text("ruleField." + field), rule.text(field), problem(name));
                })
                .toList();
        var last = i == form.rules().size() - 1;
        return new Rule(i, i + 1, rule.kind().name(), title(rule.kind()), fields, i == 0, last);
    }

    /** What can be added. */
    List<Choice> kinds() {
        return Arrays.stream(RuleKind.values())
                .map(kind -> new Choice(kind.name(), title(kind), false))
                .toList();
    }

    private String title(RuleKind kind) {
        return words.text("ruleKind." + kind);
    }

    /** Empty when the rule's place is none of the form's. */
    Optional<String> ruleName(int index) {
        return index < form.rules().size()
                ? Optional.of(words.text(
                        "profile.ruleName",
                        index + 1,
                        title(form.rules().get(index).kind())))
                : Optional.empty();
    }
}
