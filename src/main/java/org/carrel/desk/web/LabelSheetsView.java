package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.labels.LabelPrinter;
import org.carrel.labels.LabelSheet;
import org.carrel.labels.LabelSheets;
import org.carrel.labels.SheetDraft;
import org.carrel.labels.SheetProblem;
import org.carrel.labels.SheetProblem.Field;

/** desk/label-sheets.xhtml: sheets of labels, and how printers are off. */
@Named
@RequestScoped
public class LabelSheetsView {
    private static final Set<Field> OF_PRINTERS = Set.of(Field.MOVE_RIGHT, Field.MOVE_DOWN, Field.SCALE);
    private static final Set<String> SAID = Set.of("sheet", "printer", "removed");
    private static final int NAME_LENGTH = 100;
    private static final int NUMBER_LENGTH = 7;

    @Inject
    HttpServletRequest request;

    @Inject
    LabelSheets sheets;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private List<LabelSheet> all = List.of();
    private List<LabelPrinter> printers = List.of();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        all = sheets.sheets();
        printers = sheets.printers();
    }

    public String getDone() {
        return SAID.contains(texts.get("done")) ? words.text("labelSheets.done." + texts.get("done")) : "";
    }

    /** A sheet. */
    public record SheetRow(String key, String name, int labels, boolean own) {}

    public List<SheetRow> getSheets() {
        var said = new LabelWords(words);
        return all.stream()
                .map(sheet -> new SheetRow(sheet.key(), said.sheet(sheet), sheet.perSheet(), sheet.isOwn()))
                .toList();
    }

    /** A printer and how it is off. */
    public record PrinterRow(int id, String name, String about) {}

    public List<PrinterRow> getPrinters() {
        return printers.stream()
                .map(printer -> {
                    var draft = LabelSheets.draft(printer);
                    return new PrinterRow(
                            printer.id(),
                            printer.name(),
                            words.text(
                                    "labelSheets.off",
                                    draft.get(Field.MOVE_RIGHT),
                                    draft.get(Field.MOVE_DOWN),
                                    draft.get(Field.SCALE)));
                })
                .toList();
    }

    /** A field of a form. @param wrong empty when nothing is */
    public record Input(String id, String name, String label, String value, String wrong, int longest) {}

    /** The own sheet that is changed; empty for a new one. */
    public String getKey() {
        return all.stream()
                .filter(sheet -> sheet.isOwn() && sheet.key().equals(texts.get("sheet")))
                .map(LabelSheet::key)
                .findFirst()
                .orElse("");
    }

    /** The printer that is changed; 0 for a new one. */
    public int getPrinter() {
        return printer().map(LabelPrinter::id).orElse(0);
    }

    private Optional<LabelPrinter> printer() {
        return printers.stream()
                .filter(printer -> printer.id() == FormTexts.number(texts.get("printer")))
                .findFirst();
    }

    public List<Input> getSheetInputs() {
        return inputs("sheet", sheetDraft(), false);
    }

    public List<Input> getPrinterInputs() {
        return inputs("printer", printerDraft(), true);
    }

    private SheetDraft sheetDraft() {
        if (isRefused("sheet")) return LabelSheetsServlet.draft(texts);
        var known = all.stream()
                .filter(sheet -> sheet.key().equals(texts.get("sheet")))
                .findFirst();
        return known.map(sheet -> LabelSheets.draft(sheet, sheet.name())).orElse(new SheetDraft(Map.of()));
    }

    private SheetDraft printerDraft() {
        if (isRefused("printer")) return LabelSheetsServlet.draft(texts);
        return LabelSheets.draft(printer().orElse(LabelPrinter.EXACT));
    }

    private boolean isRefused(String form) {
        return !problems().isEmpty() && texts.get("do").equals(form);
    }

    private List<SheetProblem> problems() {
        return request.getAttribute(LabelSheetsServlet.PROBLEMS) instanceof LabelSheetsServlet.Problems known
                ? known.all()
                : List.of();
    }

    private List<Input> inputs(String form, SheetDraft draft, boolean ofPrinters) {
        var said = new LabelWords(words);
        return Arrays.stream(Field.values())
                .filter(field -> field == Field.NAME || OF_PRINTERS.contains(field) == ofPrinters)
                .map(field -> new Input(
                        form + "-" + field,
                        field.name(),
                        words.text("sheetField." + field),
                        draft.get(field),
                        isRefused(form) ? wrong(said, field) : "",
                        field == Field.NAME ? NAME_LENGTH : NUMBER_LENGTH))
                .toList();
    }

    private String wrong(LabelWords said, Field field) {
        return problems().stream()
                .filter(problem -> problem.field() == field)
                .map(said::problem)
                .findFirst()
                .orElse("");
    }

    public boolean isSheetRefused() {
        return isRefused("sheet");
    }

    public boolean isPrinterRefused() {
        return isRefused("printer");
    }
}
