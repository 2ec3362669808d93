package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.security.CardHolder;
import org.carrel.security.CardHolders;
import org.carrel.security.CardPins;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.security.PinResult;

/** The form of desk/pin.xhtml. A PIN that was made is shown in the answer to its form and nowhere else, ever again. */
@WebServlet(PinServlet.SET)
public class PinServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SET = "/desk/pin/set";
    /** Request attribute: a {@link PinResult}. */
    static final String RESULT = "org.carrel.desk.pinResult";

    private static final String PAGE = "/desk/pin";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient CardPins pins;

    @Inject
    transient CardHolders holders;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = FormTexts.of(request);
        var result = set(form);
        if (!(result instanceof PinResult.Done)) response.setStatus(UNPROCESSABLE);
        request.setAttribute(RESULT, result);
        request.setAttribute(StaffView.ADDRESS, PAGE);
        request.getRequestDispatcher("/desk/pin.xhtml").forward(request, response);
    }

    private PinResult set(FormTexts form) {
        var holder = holders.byCard(form.get("card")).filter(this::isWithinReach);
        if (holder.isEmpty()) return new PinResult.Missing();
        var actor = caller.required().account();
        var patron = holder.get().patron();
        return form.get("pin").isBlank() ? pins.setRandom(patron, actor) : pins.set(patron, form.get("pin"), actor);
    }

    /** Somebody of no school of ours is everybody's. */
    private boolean isWithinReach(CardHolder holder) {
        var site = holder.site().or(() -> caller.required().site());
        return site.map(code -> caller.may(Operation.FIND_PERSON, Owner.site(code)))
                .orElseGet(() -> caller.may(Operation.FIND_PERSON));
    }
}
