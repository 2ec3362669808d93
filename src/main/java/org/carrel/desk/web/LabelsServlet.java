package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.carrel.labels.LabelPrints;
import org.carrel.labels.LabelSheets;
import org.carrel.labels.Labels;
import org.carrel.labels.QueuedLabels;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.security.WebSettings;

/** What desk/labels.xhtml sends: copies for the queue, what came out right; and the labels themselves, as PDF. */
@WebServlet({LabelsServlet.PRINT, LabelsServlet.CHANGE})
public class LabelsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PRINT = "/desk/labels/print";
    static final String CHANGE = "/desk/labels/change";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.labelsProblem";
    /** Request attribute: barcodes that are to be typed again. */
    static final String TYPED = "org.carrel.desk.labelsTyped";

    static final String PDF = "application/pdf";
    private static final String PAGE = "/desk/labels";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Labels labels;

    @Inject
    transient LabelSheets sheets;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient WebSettings settings;

    @Inject
    transient StaffWords words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site")).map(SchoolSite::code).orElse("");
        var through = texts.has("through") ? FormTexts.number(texts.get("through")) : Long.MAX_VALUE;
        var copies = labels.waiting(site, through, caller.required());
        if (copies.isEmpty()) {
            toPage(request, response, site, "");
            return;
        }
        var look = LabelForm.of(request).look(sheets);
        var title = words.text("copyLabels.document", copies.size());
        response.addCookie(LabelForm.cookie(request, look, settings.secure()));
        send(
                response,
                "labels.pdf",
                LabelPrints.labels(copies, look, title, words.language().locale()));
    }

    static void send(HttpServletResponse response, String name, byte[] document) throws IOException {
        response.setContentType(PDF);
        response.setHeader("Content-Disposition", "inline; filename=\"" + name + "\"");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site"));
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var code = site.get().code();
        if (texts.get("do").equals("done") || texts.has("leave")) {
            toPage(request, response, code, taken(texts, code));
            return;
        }
        var queued = queued(texts, site.get());
        if (queued.filter(found -> found.added() > 0 && found.unknown().isEmpty())
                .isEmpty()) {
            request.setAttribute(PROBLEM, problem(texts, queued));
            request.setAttribute(TYPED, again(texts, queued));
            request.setAttribute(StaffView.ADDRESS, PAGE);
            response.setStatus(UNPROCESSABLE);
            request.getRequestDispatcher("/desk/labels.xhtml").forward(request, response);
            return;
        }
        var added = queued.get();
        toPage(request, response, code, "&done=added&count=" + added.added() + (added.more() ? "&more=yes" : ""));
    }

    private String taken(FormTexts texts, String site) {
        var by = caller.required();
        return texts.has("leave")
                ? "&done=left&count=" + labels.leaveOut(site, FormTexts.number(texts.get("leave")), by)
                : "&done=right&count=" + labels.done(site, FormTexts.number(texts.get("last")), by);
    }

    /** Empty for a day that is none. */
    private Optional<QueuedLabels> queued(FormTexts texts, SchoolSite site) {
        var by = caller.required();
        var code = site.code();
        return switch (texts.get("do")) {
            case "range" -> Optional.of(labels.queueRange(texts.get("from"), texts.get("to"), code, by));
            case "import" -> Optional.of(labels.queueImport(FormTexts.number(texts.get("import")), code, by));
            case "search" -> Optional.of(labels.queueFound(texts.get("words"), code, by));
            case "changed" ->
                day(texts.get("since"))
                        .map(day -> labels.queueChanged(
                                day.atStartOfDay(site.zone()).toInstant(), code, by));
            default -> Optional.of(labels.queueScanned(texts.get("barcodes"), code, by));
        };
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String problem(FormTexts texts, Optional<QueuedLabels> queued) {
        if (queued.isEmpty()) return words.text("copyLabels.noDay", texts.get("since"));
        var unknown = queued.get().unknown();
        if (unknown.isEmpty()) return words.text("copyLabels.nothing");
        return words.text("copyLabels.unknown", queued.get().added(), String.join(", ", unknown));
    }

    private static String again(FormTexts texts, Optional<QueuedLabels> queued) {
        return queued.map(QueuedLabels::unknown)
                .filter(unknown -> !unknown.isEmpty())
                .map(unknown -> String.join("\n", unknown))
                .orElse(texts.get("barcodes"));
    }

    private static void toPage(HttpServletRequest request, HttpServletResponse response, String site, String more) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + PAGE + "?site=" + FormTexts.encoded(site) + more);
    }
}
