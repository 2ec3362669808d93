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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.LoanBlock;
import org.carrel.devices.CartAnswer;
import org.carrel.devices.CartHandOver;
import org.carrel.devices.CartOut;
import org.carrel.devices.CartRounds;
import org.carrel.devices.Carts;
import org.carrel.devices.SlotsChanged;
import org.carrel.patrons.Patron;
import org.carrel.security.CurrentCaller;
import org.jspecify.annotations.Nullable;

/** The forms of desk/cart.xhtml, and its scans. */
@WebServlet({CartServlet.CHANGE, CartServlet.OUT, CartServlet.BACK, CartServlet.SCAN})
public class CartServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/cart-change";
    static final String OUT = "/desk/cart-out";
    static final String BACK = "/desk/cart-back";
    static final String SCAN = "/desk/cart-scan";

    /** Request attributes: which form something is wrong with, and a sentence about it. */
    static final String FORM = "org.carrel.desk.cartForm";

    static final String PROBLEM = "org.carrel.desk.cartProblem";
    /** Request attributes: people to choose from, and blocks that can be lifted. */
    static final String PEOPLE = "org.carrel.desk.cartPeople";

    static final String LIFT = "org.carrel.desk.cartLift";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Carts carts;

    @Inject
    transient CartRounds rounds;

    @Inject
    transient CartTakers takers;

    @Inject
    transient RoundWords said;

    @Inject
    transient ScanWords scans;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var cart = request.getDispatcherType() == DispatcherType.FORWARD
                ? Numbered.importNumber(request).orElse(0)
                : 0;
        if (carts.open(cart, caller.required()).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        switch (request.getServletPath()) {
            case OUT -> out(cart, request, response);
            case BACK -> back(cart, request, response);
            case SCAN -> scan(cart, request, response);
            default -> change(cart, request, response);
        }
    }

    private void change(long cart, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var by = caller.required();
        var slot = texts.get("slot");
        var number = FormTexts.number(texts.get("number"));
        var act = texts.get("do");
        var answer =
                switch (act) {
                    case "add" -> carts.addSlots(cart, Math.max(0, FormTexts.integer(texts.get("number"))), by);
                    case "put" -> carts.put(cart, slot, texts.get("text"), by);
                    case "rename" -> carts.rename(cart, slot, texts.get("name"), by);
                    case "empty" -> carts.empty(cart, slot, by);
                    case "remove" -> carts.removeSlot(cart, slot, by);
                    case "part" ->
                        carts.addPart(
                                cart,
                                texts.get("name"),
                                Math.max(0, FormTexts.integer(texts.get("number"))),
                                texts.has("optional"),
                                by);
                    case "remove-part" -> carts.removePart(cart, number, by);
                    case "saw" -> carts.saw(cart, parts(request), by);
                    case "brought" -> carts.settlePart(cart, number, true, by);
                    case "give-up" -> carts.settlePart(cart, number, false, by);
                    default -> new SlotsChanged.Refused(SlotsChanged.Why.NO_SUCH_SLOT, "");
                };
        switch (answer) {
            case SlotsChanged.Done done -> {
                var again = new StringBuilder("/desk/carts/" + cart);
                InventoryAddress.add(again, "done", act);
                InventoryAddress.add(again, "what", done.what());
                InventoryAddress.add(again, "from", done.from());
                to(request, response, again.toString());
            }
            case SlotsChanged.Refused refused ->
                show(cart, act, words.text("slotProblem." + refused.why(), refused.what()), request, response);
        }
    }

    private void out(long cart, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var by = caller.required();
        if (texts.get("do").equals("scan-first") || texts.get("do").equals("give-up")) {
            var id = id(texts);
            if (texts.get("do").equals("give-up")) rounds.giveUp(cart, id, by);
            else rounds.startOut(cart, id, by);
            to(request, response, "/desk/carts/" + cart);
            return;
        }
        var people = takers.find(texts.get("taker"), FormTexts.number(texts.get("patron")), by);
        if (people.size() != 1) {
            request.setAttribute(PEOPLE, people);
            var key = people.isEmpty() ? "cart.nobody" : "cart.severalPeople";
            show(cart, "out", words.text(key), request, response);
            return;
        }
        request.setAttribute(PEOPLE, people);
        answered(cart, "out", handOver(cart, people.getFirst(), texts, request), request, response);
    }

    private CartAnswer handOver(long cart, Patron taker, FormTexts texts, HttpServletRequest request) {
        var lifted = new Lifted(lifts(request.getParameterValues("lift")), cut(texts.get("reason")));
        return rounds.handOver(cart, taker.id(), how(texts, request), id(texts), lifted, caller.required());
    }

    private void back(long cart, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        if (texts.get("do").equals("start")) {
            rounds.startIn(cart, id(texts), caller.required());
            to(request, response, "/desk/carts/" + cart);
            return;
        }
        answered(
                cart,
                "close",
                rounds.close(cart, how(texts, request), id(texts), caller.required()),
                request,
                response);
    }

    private void answered(
            long cart, String form, CartAnswer answer, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (answer) {
            case CartAnswer.Done done ->
                to(
                        request,
                        response,
                        "/desk/carts/" + cart + "?done=" + form + "&missing="
                                + done.missing().size());
            case CartAnswer.Scanned scanned -> to(request, response, "/desk/carts/" + cart);
            case CartAnswer.Blocked blocked -> {
                var blocks = blocked.answer().blocks();
                request.setAttribute(LIFT, scans.mayLiftAll(blocks) ? names(blocks) : List.of());
                var sentences = blocks.stream().map(scans::text).collect(Collectors.joining(" "));
                show(cart, form, sentences, request, response);
            }
            case CartAnswer.Unclear not ->
                show(
                        cart,
                        form,
                        words.text("cart.unclear", not.expected(), not.counted(), not.named()),
                        request,
                        response);
            case CartAnswer.Stale stale -> show(cart, form, words.text("cart.stale"), request, response);
        }
    }

    private static List<String> names(List<Blocked> blocks) {
        return blocks.stream().map(block -> block.block().name()).toList();
    }

    private void scan(long cart, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = FormTexts.of(request);
        var ago = Duration.ofMillis(Math.max(0, FormTexts.number(texts.get("ago"))));
        var answer = rounds.scan(cart, texts.get("text"), id(texts), ago, caller.required());
        if (!RoundWords.wantsJson(request)) {
            to(request, response, "/desk/carts/" + cart + "#scan");
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(said.json(answer, texts.get("text")));
    }

    private static CartHandOver how(FormTexts texts, HttpServletRequest request) {
        var way = texts.oneOf("way", CartOut.Way.TRUSTED);
        var absent = new HashSet<Long>();
        var ticked = request.getParameterValues("absent");
        if (ticked != null) Arrays.stream(ticked).map(FormTexts::number).forEach(absent::add);
        var typed = FormTexts.integer(texts.get("counted"));
        var counted = typed < 0 ? OptionalInt.empty() : OptionalInt.of(typed);
        return new CartHandOver(way, counted, absent, parts(request));
    }

    /** How many there are of each part, by its number: {@code part-17=2}. */
    private static Map<Long, Integer> parts(HttpServletRequest request) {
        var there = new HashMap<Long, Integer>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("part-")) return;
            var part = FormTexts.number(name.substring("part-".length()));
            var number = FormTexts.integer(values[0]);
            if (part > 0 && number >= 0) there.put(part, number);
        });
        return there;
    }

    private static String cut(String reason) {
        return reason.length() <= Lifted.LONGEST_REASON ? reason : reason.substring(0, Lifted.LONGEST_REASON);
    }

    private static Set<LoanBlock> lifts(String @Nullable [] names) {
        var blocks = EnumSet.noneOf(LoanBlock.class);
        if (names == null) return blocks;
        for (var block : LoanBlock.values()) if (Arrays.asList(names).contains(block.name())) blocks.add(block);
        return blocks;
    }

    /** What is no request of ours gets a number of its own: it is done each time. */
    static UUID id(FormTexts texts) {
        try {
            return UUID.fromString(texts.get("request"));
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    private static void show(
            long cart, String form, String problem, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(FORM, form);
        request.setAttribute(PROBLEM, problem);
        request.setAttribute(StaffView.ADDRESS, "/desk/carts/" + cart);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/cart.xhtml").forward(request, response);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
