package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import org.carrel.labels.LabelPrints;
import org.carrel.labels.LabelSheets;
import org.carrel.labels.SheetDraft;
import org.carrel.labels.SheetProblem;
import org.carrel.labels.SheetProblem.Field;

/** The forms of desk/label-sheets.xhtml, and the page by which a printer is measured. */
@WebServlet({LabelSheetsServlet.CALIBRATION, LabelSheetsServlet.CHANGE})
public class LabelSheetsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CALIBRATION = "/desk/label-sheets/calibration";
    static final String CHANGE = "/desk/label-sheets/change";
    /** Request attribute: {@link Problems}. */
    static final String PROBLEMS = "org.carrel.desk.sheetProblems";

    private static final String PAGE = "/desk/label-sheets";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient LabelSheets sheets;

    @Inject
    transient StaffWords words;

    /** Why a form was not taken. */
    record Problems(List<SheetProblem> all) {}

    static SheetDraft draft(FormTexts texts) {
        var typed = new EnumMap<Field, String>(Field.class);
        for (var field : Field.values()) typed.put(field, texts.get(field.name()));
        return new SheetDraft(typed);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = FormTexts.of(request);
        var notes = List.of(
                words.text("calibration.cross"), words.text("calibration.ruler"), words.text("calibration.type"));
        var document = LabelPrints.calibration(
                sheets.sheet(texts.get("sheet")),
                sheets.printer(FormTexts.number(texts.get("printer"))),
                words.text("calibration.title"),
                notes,
                words.language().locale());
        LabelsServlet.send(response, "calibration.pdf", document);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var problems = change(texts);
        if (problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + PAGE + "?done=" + done(texts));
            return;
        }
        request.setAttribute(PROBLEMS, new Problems(problems));
        request.setAttribute(StaffView.ADDRESS, PAGE);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/label-sheets.xhtml").forward(request, response);
    }

    private static String done(FormTexts texts) {
        return switch (texts.get("do")) {
            case "sheet" -> "sheet";
            case "printer" -> "printer";
            default -> "removed";
        };
    }

    private List<SheetProblem> change(FormTexts texts) {
        switch (texts.get("do")) {
            case "sheet" -> {
                return sheets.saveSheet(texts.get("sheet"), draft(texts));
            }
            case "printer" -> {
                return sheets.savePrinter(Math.max(0, FormTexts.integer(texts.get("printer"))), draft(texts));
            }
            case "remove-sheet" -> sheets.removeSheet(texts.get("sheet"));
            case "remove-printer" -> sheets.removePrinter(FormTexts.integer(texts.get("printer")));
            default -> {
                // a form of another program: nothing is changed
            }
        }
        return List.of();
    }
}
