package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.carrel.catalog.CopyAnswer;
import org.carrel.catalog.CopyEdits;
import org.carrel.catalog.CopyForm;
import org.carrel.catalog.CopyForm.Field;
import org.carrel.catalog.OpenCopy;
import org.carrel.desk.web.CopyView.CopyDraft;
import org.carrel.search.SearchLifecycle;
import org.carrel.security.CurrentCaller;

/** The forms of copies. Reached through {@link DeskRoutes} only. */
@WebServlet({CopyServlet.ADD, CopyServlet.CHANGE, CopyServlet.WITHDRAW})
public class CopyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String ADD = "/desk/copy-add";
    static final String CHANGE = "/desk/copy-change";
    static final String WITHDRAW = "/desk/copy-withdraw";
    private static final int UNPROCESSABLE = 422;
    private static final Duration SEEN = Duration.ofSeconds(2);

    @Inject
    transient CopyEdits copies;

    @Inject
    transient SearchLifecycle search;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var number = Numbered.importNumber(request);
        if (request.getDispatcherType() != DispatcherType.FORWARD || number.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        switch (request.getServletPath()) {
            case WITHDRAW -> withdraw(request, response, number.getAsLong());
            case CHANGE -> change(request, response, number.getAsLong());
            default -> add(request, response, number.getAsLong());
        }
    }

    private static CopyForm form(FormTexts texts) {
        return new CopyForm(
                texts.get(Field.SITE.name()).strip(),
                texts.get(Field.LOCATION.name()).strip(),
                texts.get(Field.ITEM_TYPE.name()).strip(),
                texts.get(Field.BARCODE.name()).strip(),
                texts.get(Field.CALL_NUMBER.name()).strip(),
                texts.get(Field.COPY_NUMBER.name()).strip(),
                texts.get(Field.VOLUME.name()).strip(),
                texts.get(Field.PRICE.name()).strip(),
                texts.get(Field.ACQUIRED.name()).strip(),
                texts.get(Field.VENDOR.name()).strip(),
                texts.get(Field.FUND.name()).strip(),
                texts.get(Field.NOTE.name()).strip(),
                texts.has("lendable"));
    }

    private void add(HttpServletRequest request, HttpServletResponse response, long bib)
            throws ServletException, IOException {
        var form = form(FormTexts.of(request));
        var answer = copies.add(bib, form, caller.required());
        answered(request, response, answer, new CopyDraft(bib, 0, 0, form, List.of(), false));
    }

    private void change(HttpServletRequest request, HttpServletResponse response, long item)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var form = form(texts);
        var seen = Math.max(0, FormTexts.integer(texts.get("seen")));
        var answer = copies.change(item, seen, form, caller.required());
        var bib = copies.find(item).map(OpenCopy::bibId).orElse(0L);
        answered(request, response, answer, new CopyDraft(bib, item, seen, form, List.of(), false));
    }

    private void answered(HttpServletRequest request, HttpServletResponse response, CopyAnswer answer, CopyDraft draft)
            throws ServletException, IOException {
        switch (answer) {
            case CopyAnswer.Saved saved -> {
                search.follow(SEEN);
                to(request, response, RecordServlet.path(draft.bib()) + "?done=copy");
            }
            case CopyAnswer.Refused refused ->
                back(
                        request,
                        response,
                        new CopyDraft(draft.bib(), draft.item(), draft.seen(), draft.form(), refused.why(), false));
            case CopyAnswer.ChangedSince changed -> {
                var now = copies.find(draft.item()).map(OpenCopy::version).orElse(0);
                back(request, response, new CopyDraft(draft.bib(), draft.item(), now, draft.form(), List.of(), true));
            }
            case CopyAnswer.Gone gone -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void back(HttpServletRequest request, HttpServletResponse response, CopyDraft draft)
            throws ServletException, IOException {
        draft.keep(request);
        var address = draft.item() == 0 ? RecordServlet.path(draft.bib()) + "/copy" : "/desk/copy/" + draft.item();
        request.setAttribute(StaffView.ADDRESS, address);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/copy.xhtml").forward(request, response);
    }

    private void withdraw(HttpServletRequest request, HttpServletResponse response, long item) throws IOException {
        var away = !FormTexts.of(request).get("do").equals("return");
        var bib = copies.find(item).map(OpenCopy::bibId);
        var done = copies.withdraw(item, away, caller.required());
        if (bib.isEmpty() || done == CopyEdits.Withdrawal.GONE) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        search.follow(SEEN);
        var said = done == CopyEdits.Withdrawal.BUSY ? "busy" : away ? "withdrawn" : "returned";
        to(request, response, RecordServlet.path(bib.get()) + "?done=" + said);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
