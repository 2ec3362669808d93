package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.DeviceImports;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmRun;

/** The part of desk/device-import.xhtml that asks which column of a list is which field. */
@Named
@RequestScoped
public class DeviceImportColumnsView {
    static final List<MdmField> FIELDS = MdmField.ofLists();
    private static final String NOTHING = "NOTHING";

    @Inject
    HttpServletRequest request;

    @Inject
    DeviceImports imports;

    @Inject
    StaffWords words;

    private Optional<MdmRun> run = Optional.empty();
    private Map<MdmField, Integer> mapping = Map.of();

    @PostConstruct
    void load() {
        run = imports.find(Numbered.importNumber(request).orElse(0));
        mapping = run.map(imports::mapping).orElse(Map.of());
    }

    /** A column of the list. @param at its place in the form */
    public record Column(int at, String name, List<Choice> fields) {}

    public List<Column> getColumns() {
        var columns = new ArrayList<Column>();
        var texts = FormTexts.of(request);
        for (var name : run.map(MdmRun::header).orElse(List.of())) {
            var at = columns.size();
            var sent = texts.get("column." + at);
            columns.add(new Column(at, name.isEmpty() ? "–" : name, fields(sent.isEmpty() ? chosen(at) : sent)));
        }
        return columns;
    }

    private String chosen(int at) {
        return FIELDS.stream()
                .filter(field -> Objects.equals(mapping.get(field), at))
                .map(Enum::name)
                .findFirst()
                .orElse(NOTHING);
    }

    private List<Choice> fields(String chosen) {
        var nothing = new Choice(NOTHING, words.text("columns.nothing"), chosen.equals(NOTHING));
        var fields = FIELDS.stream()
                .map(field -> new Choice(
                        field.name(),
                        words.text("mdmField." + field),
                        field.name().equals(chosen)));
        return Stream.concat(Stream.of(nothing), fields).toList();
    }

    /** Why the columns were not taken; empty when they were. */
    public String getProblem() {
        return request.getAttribute(DeviceImportServlet.PROBLEM) instanceof String key
                ? words.text("deviceColumns.problem." + Objects.requireNonNull(key))
                : "";
    }
}
