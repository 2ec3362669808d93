package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.carrel.security.CurrentCaller;
import org.carrel.shelfwork.ShelfClosed;
import org.carrel.shelfwork.ShelfInventories;
import org.carrel.shelfwork.ShelfInventories.Scanning;
import org.carrel.shelfwork.ShelfScanned;
import org.carrel.shelfwork.ShelfStarted;

/** The forms of desk/shelf-inventory.xhtml and desk/shelf-bays.xhtml, and the scans. */
@WebServlet({ShelfInventoryServlet.START, ShelfInventoryServlet.SCAN, ShelfInventoryServlet.CLOSE})
public class ShelfInventoryServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PAGE = "/desk/shelf-inventory";
    static final String START = "/desk/shelf-inventory/start";
    static final String SCAN = "/desk/shelf-scan";
    static final String CLOSE = "/desk/shelf-close";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.shelfProblem";

    private static final String LEAVE = "leave-";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient ShelfInventories inventories;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Inject
    transient ShelfWords said;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var id = Numbered.importNumber(request).orElse(0);
        if (request.getServletPath().equals(START)) start(request, response);
        else if (request.getDispatcherType() != DispatcherType.FORWARD) response.sendError(404);
        else if (request.getServletPath().equals(SCAN)) scan(id, request, response);
        else close(id, request, response);
    }

    private void start(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var location = Math.max(0, FormTexts.integer(texts.get("location")));
        var answer =
                inventories.start(texts.get("site"), location, texts.get("from"), texts.get("to"), caller.required());
        switch (answer) {
            case ShelfStarted.Started started ->
                to(request, response, page(started.id()) + (started.before() ? "?done=goesOn" : ""));
            case ShelfStarted.Refused refused -> {
                request.setAttribute(PROBLEM, words.text("shelfProblem." + refused.why()));
                show(request, response, PAGE, "/desk/shelf-inventory.xhtml");
            }
        }
    }

    private static String page(long id) {
        return PAGE + "/" + id;
    }

    private void scan(long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = FormTexts.of(request);
        var by = caller.required();
        var bay = bay(texts);
        if (texts.get("do").equals("settle")) {
            var scan = FormTexts.number(texts.get("number"));
            var answer = inventories.settle(id, scan, CartServlet.id(texts), by);
            answer(id, bay, said.json(answer), "", request, response);
            return;
        }
        var scanned = inventories.scan(new Scanning(id, CartServlet.id(texts), texts.get("text"), bay), by);
        var unknown = scanned instanceof ShelfScanned.Unknown one ? one.code() : "";
        answer(id, bay, said.json(scanned, texts.get("text")), unknown, request, response);
    }

    private static int bay(FormTexts texts) {
        var bay = FormTexts.integer(texts.get("bay"));
        return bay < 1 || bay > ShelfInventories.MOST_BAYS ? 1 : bay;
    }

    private static void answer(
            long id, int bay, String json, String unknown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!RoundWords.wantsJson(request)) {
            var path = new StringBuilder(page(id)).append("?bay=").append(bay);
            InventoryAddress.add(path, "unknown", unknown);
            to(request, response, path + "#scan-form");
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(json);
    }

    private void close(long id, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var by = caller.required();
        switch (texts.get("do")) {
            case "unscan" -> {
                var code = inventories.unscan(id, by);
                var path = new StringBuilder(page(id)).append("?bay=").append(bay(texts));
                InventoryAddress.add(path, "taken", code.orElse(""));
                to(request, response, path.toString());
            }
            case "drop" -> {
                if (inventories.drop(id, CartServlet.id(texts), by)) to(request, response, PAGE + "?done=dropped");
                else problem(id, ShelfClosed.OVER, request, response);
            }
            case "reopen" -> done(id, inventories.reopen(id), "reopened", request, response);
            default -> {
                var answer = inventories.close(id, texts.get("shown"), left(texts), CartServlet.id(texts), by);
                done(id, answer, "closed", request, response);
            }
        }
    }

    private void done(
            long id, ShelfClosed answer, String what, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (answer == ShelfClosed.DONE) to(request, response, page(id) + "?done=" + what);
        else problem(id, answer, request, response);
    }

    /** Copies that somebody does not want marked. */
    private static Set<Long> left(FormTexts texts) {
        var left = new HashSet<Long>();
        for (var name : texts.texts().keySet())
            if (name.startsWith(LEAVE)) left.add(FormTexts.number(name.substring(LEAVE.length())));
        return left;
    }

    private void problem(long id, ShelfClosed why, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(PROBLEM, words.text("shelfClosed." + why));
        show(request, response, page(id), "/desk/shelf-bays.xhtml");
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, String address, String page)
            throws ServletException, IOException {
        request.setAttribute(StaffView.ADDRESS, address);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher(page).forward(request, response);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
