package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.circulation.ChargeClass;
import org.carrel.circulation.ChargeType;
import org.carrel.circulation.FeeResult;
import org.carrel.circulation.Fees;
import org.carrel.circulation.Fees.Charging;
import org.carrel.circulation.Fees.Forgiving;
import org.carrel.circulation.Fees.Payment;
import org.carrel.circulation.Fees.Refunding;
import org.carrel.circulation.PayMeans;
import org.carrel.circulation.TypedMoney;
import org.carrel.security.CurrentCaller;

/** The forms of desk/fees.xhtml. Each has a number of its own, so that a form that is sent twice is done once. */
@WebServlet({FeesServlet.PAY, FeesServlet.DECIDE, FeesServlet.CHARGE})
public class FeesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PAY = "/desk/fees-pay";
    static final String DECIDE = "/desk/fees-decide";
    static final String CHARGE = "/desk/fees-charge";
    /** Request attribute: an {@link Answer} that is shown at its form. */
    static final String ANSWER = "org.carrel.desk.feesAnswer";

    private static final int UNPROCESSABLE = 422;
    private static final int MOST_CHOSEN = 1_000;

    @Inject
    transient Fees fees;

    @Inject
    transient FeeWords words;

    @Inject
    transient CurrentCaller caller;

    /** Why nothing was done, as a sentence. @param part {@code pay}, {@code back} or {@code charge} */
    record Answer(String part, String problem) {}

    /** What was asked for, and what came of it. @param problem of what was typed; empty when it could be tried */
    private record Tried(String done, String part, Optional<FeeResult> result, String problem) {
        static Tried of(String done, String part, FeeResult result) {
            return new Tried(done, part, Optional.of(result), "");
        }

        static Tried wrong(String part, String problem) {
            return new Tried("", part, Optional.empty(), problem);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var patron = request.getDispatcherType() == DispatcherType.FORWARD
                ? Numbered.importNumber(request).orElse(0)
                : 0;
        if (patron == 0) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var id = id(request);
        if (id.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        answer(patron, tried(patron, id.get(), request), request, response);
    }

    private static Optional<UUID> id(HttpServletRequest request) {
        try {
            return Optional.of(UUID.fromString(Objects.requireNonNullElse(request.getParameter("request"), "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Tried tried(long patron, UUID id, HttpServletRequest request) {
        var form = FormTexts.of(request);
        return switch (request.getServletPath()) {
            case PAY -> pay(patron, id, form, chosen(request));
            case CHARGE -> charge(patron, id, form);
            default -> decide(patron, id, form, chosen(request));
        };
    }

    private static Set<Long> chosen(HttpServletRequest request) {
        var values = Objects.requireNonNullElse(request.getParameterValues("charge"), new String[0]);
        return Arrays.stream(values)
                .limit(MOST_CHOSEN)
                .map(FormTexts::number)
                .filter(number -> number > 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Tried pay(long patron, UUID id, FormTexts form, Set<Long> charges) {
        if (form.get("do").equals("credit")) {
            var all = new Payment(id, patron, TypedMoney.MOST, PayMeans.CREDIT, Set.of());
            return Tried.of("credit", "back", fees.pay(caller.required(), all));
        }
        var means = form.oneOf("means", PayMeans.CASH);
        return switch (TypedMoney.parse(form.get("amount"))) {
            case TypedMoney.Wrong wrong -> Tried.wrong("pay", words.problem(wrong.problem()));
            case TypedMoney.Sum sum -> {
                var cash = means == PayMeans.CREDIT ? PayMeans.CASH : means;
                var payment = new Payment(id, patron, sum.money(), cash, charges);
                yield Tried.of("payment", "pay", fees.pay(caller.required(), payment));
            }
        };
    }

    private Tried decide(long patron, UUID id, FormTexts form, Set<Long> charges) {
        var by = caller.required();
        var reason = form.get("reason");
        var act = form.get("do");
        return switch (TypedMoney.parse(form.get("amount"))) {
            case TypedMoney.Wrong wrong ->
                Tried.wrong(act.equals("refund") ? "back" : "pay", words.problem(wrong.problem()));
            case TypedMoney.Sum sum -> {
                if (act.equals("refund")) {
                    var charge = FormTexts.number(form.get("paid"));
                    var means = form.oneOf("means", PayMeans.CASH);
                    var refund = new Refunding(id, patron, charge, sum.money(), means, reason);
                    yield Tried.of("refund", "back", fees.refund(by, refund));
                }
                var writeOff = act.equals("write-off");
                var amount = Optional.of(sum.money());
                var forgiving = new Forgiving(id, patron, writeOff, amount, charges, reason);
                yield Tried.of(writeOff ? "write-off" : "waiver", "pay", fees.forgive(by, forgiving));
            }
        };
    }

    private Tried charge(long patron, UUID id, FormTexts form) {
        var damage = FormTexts.number(form.get("damage"));
        return switch (TypedMoney.parse(form.get("amount"))) {
            case TypedMoney.Wrong wrong -> Tried.wrong("charge", words.problem(wrong.problem()));
            case TypedMoney.Sum sum -> {
                var charging = new Charging(
                        id,
                        patron,
                        type(form),
                        form.oneOf("class", ChargeClass.LIBRARY),
                        sum.money(),
                        form.get("reason"),
                        damage > 0 ? Optional.of(damage) : Optional.empty());
                yield Tried.of("charge", "charge", fees.charge(caller.required(), charging));
            }
        };
    }

    /** Of the types that people charge; the others are worked out by rules. */
    private static ChargeType type(FormTexts form) {
        var type = form.oneOf("type", ChargeType.MANUAL);
        return FeesView.BY_HAND.contains(type) ? type : ChargeType.MANUAL;
    }

    private void answer(long patron, Tried tried, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (tried.result().orElse(null) instanceof FeeResult.Done done) {
            var act = done.act() > 0 ? "&act=" + done.act() : "";
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    "Location",
                    request.getContextPath() + "/desk/fees/" + patron + "?done="
                            + tried.done().toLowerCase(Locale.ROOT) + act);
            return;
        }
        var problem = tried.result().map(words::problem).orElse(tried.problem());
        request.setAttribute(ANSWER, new Answer(tried.part(), problem));
        request.setAttribute(StaffView.ADDRESS, "/desk/fees/" + patron);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/fees.xhtml").forward(request, response);
    }
}
