package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carrel.catalog.CopyEdits;
import org.carrel.catalog.RecordBatches;
import org.carrel.catalog.SettingsProblem;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.security.CurrentCaller;

/** desk/batch.xhtml: what is to be done to which records or copies, and what was done already. */
@Named
@RequestScoped
public class BatchView {
    static final String PAGE = "/desk/batch";
    /** Request attribute: the form was not taken. */
    static final String WRONG = "org.carrel.desk.batchWrong";
    /** Request attribute: a {@link SettingsProblem}; none when no record or copy was found. */
    static final String PROBLEM = "org.carrel.desk.batchProblem";

    private static final int LATEST = 20;

    @Inject
    HttpServletRequest request;

    @Inject
    RecordBatches batches;

    @Inject
    CopyEdits copies;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private BatchDo what = BatchDo.REPLACE_TEXT;

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        what = texts.oneOf("do", BatchDo.REPLACE_TEXT);
    }

    public String getChosen() {
        return what.name();
    }

    public List<Choice> getChoices() {
        return Arrays.stream(BatchDo.values())
                .map(one -> new Choice(one.name(), words.text("batchDo." + one), one == what))
                .toList();
    }

    public String getTyped() {
        return texts.get("q");
    }

    public String getBarcodes() {
        return texts.get("barcodes");
    }

    public String getImportNumber() {
        return texts.get("import");
    }

    private Optional<SettingsProblem> problem() {
        return request.getAttribute(PROBLEM) instanceof SettingsProblem problem
                ? Optional.of(problem)
                : Optional.empty();
    }

    /** What is wrong, a sentence; empty when nothing is, or it stands at its field. */
    public String getProblem() {
        if (request.getAttribute(WRONG) == null) return "";
        if (problem().isEmpty()) return words.text("batch.nothingFound");
        return problem().get().field().equals("target") ? words.text("batch.tooMany", RecordBatches.MOST) : "";
    }

    /** A field of the form. @param choices what can be chosen; empty: anything can be typed */
    public record Field(String id, String label, String value, String problem, List<Choice> choices) {}

    public List<Field> getFields() {
        return what.fields().stream().map(this::field).toList();
    }

    private Field field(String name) {
        var wrong = problem()
                .filter(problem -> problem.field().equals(name))
                .map(problem -> words.text("settingsProblem." + problem.problem(), problem.detail()))
                .orElse("");
        var known =
                switch (name) {
                    case "location" -> copies.places().locations();
                    case "type" -> copies.places().itemTypes();
                    default -> List.<String>of();
                };
        return new Field(name, words.text("batchField." + name), texts.get(name), wrong, choices(known, name));
    }

    private List<Choice> choices(List<String> codes, String name) {
        return codes.stream()
                .map(code -> new Choice(code, code, code.equals(texts.get(name))))
                .toList();
    }

    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    /** A batch in a row. */
    public record Row(long number, String what, String when, String state) {}

    public List<Row> getLatest() {
        var rows = new ArrayList<Row>();
        for (var batch : batches.latest(LATEST, caller.required()))
            rows.add(new Row(
                    batch.number(),
                    BatchWords.step(batch.step(), words),
                    batch.by()
                            .map(by -> words.text("batch.whenBy", words.time(batch.at()), by))
                            .orElseGet(() -> words.time(batch.at())),
                    BatchWords.state(batch, words)));
        return rows;
    }
}
