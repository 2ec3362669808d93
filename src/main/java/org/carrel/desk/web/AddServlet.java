package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.CopyEdits;
import org.carrel.catalog.CopyForm;
import org.carrel.catalog.CopyForm.Field;
import org.carrel.catalog.CopyProblem;
import org.carrel.catalog.Isbns;
import org.carrel.catalog.NewTitleAnswer;
import org.carrel.catalog.NewTitleAnswer.CopyRefused;
import org.carrel.catalog.NewTitleAnswer.RecordRefused;
import org.carrel.catalog.NewTitleAnswer.Stored;
import org.carrel.catalog.NewTitles;
import org.carrel.catalog.RecordProblem;
import org.carrel.copycataloging.CopySearch;
import org.carrel.labels.Labels;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;

/** What desk/add.xhtml sends: a book with its barcode, and the last one taken back. */
@WebServlet(AddServlet.STORE)
public class AddServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String STORE = "/desk/add/store";
    static final String PAGE = "/desk/add";
    /** Request attribute: {@link Problems}. */
    static final String PROBLEMS = "org.carrel.desk.addProblems";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient NewTitles titles;

    @Inject
    transient CopyEdits copies;

    @Inject
    transient CopySearch search;

    @Inject
    transient Labels labels;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    /** Why nothing was stored. @param gone whether the chosen record is not there any more */
    record Problems(List<CopyProblem> copy, List<RecordProblem> record, boolean untitled, boolean gone) {
        static final Problems NONE = new Problems(List.of(), List.of(), false, false);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        if (texts.get("do").equals("undo")) {
            undo(request, response, texts);
            return;
        }
        var scanned = nextBook(texts.get(Field.BARCODE.name()));
        if (scanned.isPresent()) {
            to(request, response, "?isbn=" + scanned.get() + AddForm.carried(texts));
            return;
        }
        switch (texts.get("do")) {
            case "copy" -> {
                var bib = FormTexts.number(texts.get("bib"));
                answer(request, response, titles.addCopy(bib, form(texts, bib), caller.required()));
            }
            case "brief" -> brief(request, response, texts);
            default -> found(request, response, texts);
        }
    }

    /** A book's own number where that of a copy belongs: somebody has gone on to the next book. */
    private static Optional<String> nextBook(String barcode) {
        var plain = barcode.strip();
        return plain.matches("97[89][0-9]{10}") ? Isbns.thirteen(plain) : Optional.empty();
    }

    private void found(HttpServletRequest request, HttpServletResponse response, FormTexts texts)
            throws ServletException, IOException {
        var isbn = Isbns.thirteen(texts.get("isbn"));
        var record = isbn.flatMap(number -> search.of(number).record(texts.get("answer")));
        if (record.isEmpty()) {
            back(request, response, new Problems(List.of(), List.of(), false, true));
            return;
        }
        answer(request, response, titles.add(record.get().record(), isbn, form(texts, 0), caller.required()));
    }

    private void brief(HttpServletRequest request, HttpServletResponse response, FormTexts texts)
            throws ServletException, IOException {
        var typed = RecordFormView.read(texts, Optional.empty());
        if (typed.title().isBlank()) {
            back(request, response, new Problems(List.of(), List.of(), true, false));
            return;
        }
        var isbn = Isbns.thirteen(typed.isbn());
        answer(request, response, titles.add(titles.brief(typed), isbn, form(texts, 0), caller.required()));
    }

    /** What is not on the page is as it was proposed. @param bib 0: a title that is not there yet */
    private CopyForm form(FormTexts texts, long bib) {
        var site = reach.chosen(texts.get("site")).map(SchoolSite::code).orElse("");
        var call = texts.get(Field.CALL_NUMBER.name()).strip();
        var like = bib > 0 ? copies.propose(bib, site) : copies.proposeFirst(site, call);
        var barcode = texts.get(Field.BARCODE.name()).strip();
        return new CopyForm(
                site,
                texts.get(Field.LOCATION.name()).strip(),
                texts.get(Field.ITEM_TYPE.name()).strip(),
                barcode.isEmpty() ? texts.get("proposed").strip() : barcode,
                call,
                like.copyNumber(),
                "",
                texts.get(Field.PRICE.name()).strip(),
                like.acquired(),
                like.vendor(),
                like.fund(),
                "",
                true);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, NewTitleAnswer answer)
            throws ServletException, IOException {
        switch (answer) {
            case Stored stored -> {
                labels.queue(List.of(stored.item()), caller.required());
                var done = stored.made() ? "title" : "copy";
                to(
                        request,
                        response,
                        "?done=" + done + "&item=" + stored.item() + AddForm.carried(FormTexts.of(request)));
            }
            case CopyRefused refused -> back(request, response, new Problems(refused.why(), List.of(), false, false));
            case RecordRefused refused -> back(request, response, new Problems(List.of(), refused.why(), false, false));
        }
    }

    private void undo(HttpServletRequest request, HttpServletResponse response, FormTexts texts) throws IOException {
        var undone = titles.undo(FormTexts.number(texts.get("item")), caller.required());
        to(request, response, "?done=" + undone.name() + AddForm.carried(texts));
    }

    private static void back(HttpServletRequest request, HttpServletResponse response, Problems problems)
            throws ServletException, IOException {
        request.setAttribute(PROBLEMS, problems);
        request.setAttribute(StaffView.ADDRESS, PAGE);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/add.xhtml").forward(request, response);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String query) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + PAGE + query);
    }
}
