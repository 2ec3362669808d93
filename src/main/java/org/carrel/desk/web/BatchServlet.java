package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.BatchAnswer;
import org.carrel.catalog.BatchTarget;
import org.carrel.catalog.EditorRow;
import org.carrel.catalog.ImportHistory;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordBatch;
import org.carrel.catalog.RecordBatches;
import org.carrel.catalog.RecordEdits;
import org.carrel.catalog.SettingsProblem;
import org.carrel.search.SavedSearch;
import org.carrel.search.SavedSearches;
import org.carrel.security.CurrentCaller;

/** What desk/batch.xhtml and desk/batch-one.xhtml send: a batch is asked for, started, let go, taken back; and how far it is. */
@WebServlet({BatchServlet.ASK, BatchServlet.CHANGE, BatchServlet.STATUS})
public class BatchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String ASK = "/desk/batch/ask";
    static final String CHANGE = "/desk/batch-change";
    static final String STATUS = "/desk/batch-status";

    private static final int UNPROCESSABLE = 422;
    private static final String LEADER = "00000nam a2200000 i 4500";

    @Inject
    transient RecordBatches batches;

    @Inject
    transient SavedSearches searches;

    @Inject
    transient ImportHistory imports;

    @Inject
    transient RecordEdits edits;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var batch = batch(request);
        if (!request.getServletPath().equals(STATUS) || batch.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var all = Math.max(1, BatchWords.all(batch.get()));
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("state", batch.get().state().name())
                        .add("said", BatchWords.state(batch.get(), words))
                        .add("percent", 100 * batch.get().behind() / all)
                        .build()
                        .toString());
    }

    private Optional<RecordBatch> batch(HttpServletRequest request) {
        var number = Numbered.importNumber(request);
        return number.isEmpty() || request.getDispatcherType() != DispatcherType.FORWARD
                ? Optional.empty()
                : batches.find(number.getAsLong(), caller.required());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (request.getServletPath()) {
            case ASK -> ask(request, response);
            case CHANGE -> change(request, response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void change(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var batch = batch(request);
        if (batch.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var number = batch.get().number();
        var done =
                switch (FormTexts.of(request).get("do")) {
                    case "start" -> batches.start(number, caller.required());
                    case "drop" -> batches.drop(number, caller.required());
                    case "undo" -> batches.askUndo(number, caller.required());
                    default -> false;
                };
        to(request, response, path(number) + (done ? "" : "?done=late"));
    }

    private void ask(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var what = texts.oneOf("do", BatchDo.REPLACE_TEXT);
        var target = target(texts);
        if (target.isEmpty()) {
            back(request, response, Optional.empty());
            return;
        }
        var step = what.step(texts, added(texts));
        switch (batches.ask(step, target.get(), CartServlet.id(texts), caller.required())) {
            case BatchAnswer.Asked asked -> to(request, response, path(asked.number()));
            case BatchAnswer.Wrong wrong -> back(request, response, wrong.problem());
        }
    }

    /** Empty when nothing says which; what an import brought is for those of its site. */
    private Optional<BatchTarget> target(FormTexts texts) {
        var barcodes = Arrays.stream(texts.get("barcodes").split("\\s+"))
                .filter(code -> !code.isEmpty())
                .toList();
        if (!barcodes.isEmpty()) return Optional.of(new BatchTarget.Barcodes(barcodes));
        var number = FormTexts.number(texts.get("import"));
        if (number > 0)
            return imports.siteOf(number)
                    .filter(site -> caller.required().isOf(site))
                    .map(site -> new BatchTarget.OfImport(number));
        var typed = texts.get("q").strip();
        if (typed.isEmpty()) return Optional.empty();
        var search = SavedSearch.read(typed).orElseGet(() -> SavedSearch.ofWords(typed));
        return Optional.of(new BatchTarget.Records(searches.records(search, RecordBatches.MOST), typed));
    }

    private Optional<MarcField> added(FormTexts texts) {
        var row = new EditorRow(
                false,
                texts.get("tags").strip(),
                indicator(texts.get("ind1")),
                indicator(texts.get("ind2")),
                texts.get("text"));
        return edits.read(LEADER, List.of(row)).record().map(MarcRecord::fields).flatMap(fields -> fields.stream()
                .findFirst());
    }

    private static String indicator(String typed) {
        return typed.isBlank() ? "#" : typed.strip();
    }

    private static void back(
            HttpServletRequest request, HttpServletResponse response, Optional<SettingsProblem> problem)
            throws ServletException, IOException {
        request.setAttribute(StaffView.ADDRESS, BatchView.PAGE);
        request.setAttribute(BatchView.WRONG, true);
        problem.ifPresent(one -> request.setAttribute(BatchView.PROBLEM, one));
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/batch.xhtml").forward(request, response);
    }

    static String path(long number) {
        return BatchView.PAGE + "/" + number;
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
