package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.LoanBlock;
import org.carrel.devices.Fault;
import org.carrel.devices.LoanerSwap;
import org.carrel.devices.RepairTicket;
import org.carrel.devices.SwapWish;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;

/** The forms of desk/swap.xhtml. */
@WebServlet({SwapServlet.DO, SwapServlet.BACK, SwapServlet.UNDO})
public class SwapServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String DO = "/desk/swap/do";
    static final String BACK = "/desk/swap/back";
    static final String UNDO = "/desk/swap/undo";
    /** Request attribute: the answer of a swap that was refused. */
    static final String ANSWER = "org.carrel.desk.swapAnswer";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient LoanerSwap swaps;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site"))
                .or(() -> reach.chosen(""))
                .map(SchoolSite::code)
                .orElse("");
        switch (request.getServletPath()) {
            case DO -> swap(texts, site, request, response);
            case BACK -> back(texts, site, request, response);
            default -> undo(texts, site, request, response);
        }
    }

    private void swap(FormTexts texts, String site, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var fault = InventoryAddress.one(Fault.class, texts.get("fault"));
        var look = swaps.look(texts.get("first"), texts.get("second"), caller.required());
        // Without a fault, or with another scan than before, the page says what is missing.
        if (fault.isEmpty() || !look.isReady() || look.back() || site.isEmpty()) {
            show(request, response);
            return;
        }
        var answer = swaps.swap(
                wish(
                        texts,
                        site,
                        look.broken().orElseThrow().id(),
                        look.loaner().orElseThrow().id(),
                        fault.get()),
                caller.required());
        if (answer.isDone()) to(request, response, site, answer.ticket().orElse(0), "out", texts.get("request"));
        else {
            request.setAttribute(ANSWER, answer);
            show(request, response);
        }
    }

    private void back(FormTexts texts, String site, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var look = swaps.look(texts.get("first"), texts.get("second"), caller.required());
        if (!look.isReady() || !look.back() || site.isEmpty()) {
            show(request, response);
            return;
        }
        var answer = swaps.back(
                wish(
                        texts,
                        site,
                        look.broken().orElseThrow().id(),
                        look.loaner().orElseThrow().id(),
                        Fault.OTHER),
                caller.required());
        if (answer.isDone()) to(request, response, site, answer.ticket().orElse(0), "back", texts.get("request"));
        else {
            request.setAttribute(ANSWER, answer);
            show(request, response);
        }
    }

    private void undo(FormTexts texts, String site, HttpServletRequest request, HttpServletResponse response) {
        var isBack = texts.get("how").equals("back");
        var then = RepairWords.request(texts.get("swap"));
        var now = RepairWords.request(texts.get("request"));
        var by = caller.required();
        var answer = isBack ? swaps.undoBack(then, now, site, by) : swaps.undo(then, now, site, by);
        var how = isBack ? "back" : "out";
        go(
                request,
                response,
                "/desk/swap?site=" + coded(site) + "&how=" + how + "&undone=" + (answer.isDone() ? "yes" : "no"));
    }

    private static SwapWish wish(FormTexts texts, String site, long broken, long loaner, Fault fault) {
        var lifted = EnumSet.noneOf(LoanBlock.class);
        for (var name : texts.get("lift").split(",", -1))
            InventoryAddress.one(LoanBlock.class, name).ifPresent(lifted::add);
        return new SwapWish(
                RepairWords.request(texts.get("request")),
                site,
                broken,
                loaner,
                fault,
                cut(texts.get("words").strip(), RepairTicket.LONGEST_DESCRIPTION),
                new Lifted(lifted, cut(texts.get("reason"), Lifted.LONGEST_REASON)));
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    private static void show(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(StaffView.ADDRESS, "/desk/swap");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/swap.xhtml").forward(request, response);
    }

    private static void to(
            HttpServletRequest request,
            HttpServletResponse response,
            String site,
            long ticket,
            String how,
            String swap) {
        go(
                request,
                response,
                "/desk/swap?site=" + coded(site) + "&done=" + ticket + "&how=" + how + "&swap=" + coded(swap));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void go(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
