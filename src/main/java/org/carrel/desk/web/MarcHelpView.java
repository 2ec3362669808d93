package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.CodeMeaning;
import org.carrel.catalog.FieldDefinition;
import org.carrel.catalog.IndicatorDefinition;
import org.carrel.catalog.MarcHelp;

/** desk/marc-help.xhtml: what a field of a MARC record means, in plain words. */
@Named
@RequestScoped
public class MarcHelpView {
    @Inject
    HttpServletRequest request;

    @Inject
    MarcHelp marc;

    @Inject
    StaffWords words;

    /** A line of a list. */
    public record Line(String code, String meaning, String note) {}

    public List<Line> getFields() {
        return marc.fields().stream()
                .map(field -> new Line(field.tag(), name(field), repeats(field.repeatable())))
                .toList();
    }

    private String name(FieldDefinition field) {
        return field.name().in(words.language().locale());
    }

    private String repeats(boolean repeatable) {
        return words.text(repeatable ? "marcHelp.repeatable" : "marcHelp.once");
    }

    private Optional<FieldDefinition> field() {
        return marc.field(FormTexts.of(request).get("tag"));
    }

    public boolean isOne() {
        return field().isPresent();
    }

    public String getTitle() {
        return field().map(field -> field.tag() + " " + name(field)).orElseGet(() -> words.text("marcHelp.title"));
    }

    public String getHelp() {
        return field().map(field -> field.help().in(words.language().locale())).orElse("");
    }

    public String getExample() {
        return field().map(FieldDefinition::example).orElse("");
    }

    public String getRepeats() {
        return field().map(field -> repeats(field.repeatable())).orElse("");
    }

    public String getFirstName() {
        return field().map(FieldDefinition::ind1).map(this::name).orElse("");
    }

    public List<Line> getFirst() {
        return field().map(FieldDefinition::ind1).map(this::values).orElse(List.of());
    }

    public String getSecondName() {
        return field().map(FieldDefinition::ind2).map(this::name).orElse("");
    }

    public List<Line> getSecond() {
        return field().map(FieldDefinition::ind2).map(this::values).orElse(List.of());
    }

    private String name(IndicatorDefinition indicator) {
        return indicator.name().in(words.language().locale());
    }

    private List<Line> values(IndicatorDefinition indicator) {
        return indicator.values().stream().map(this::line).toList();
    }

    private Line line(CodeMeaning code) {
        return new Line(
                code.code().replace(' ', '#'),
                code.meaning().in(words.language().locale()),
                "");
    }

    public List<Line> getSubfields() {
        return field().map(FieldDefinition::subfields).orElse(List.of()).stream()
                .map(subfield -> new Line(
                        "$" + subfield.code(),
                        subfield.name().in(words.language().locale()),
                        repeats(subfield.repeatable())))
                .toList();
    }
}
