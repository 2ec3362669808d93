package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.carrel.security.PinResult;

/** desk/pin.xhtml: a card is scanned, and its person gets a new PIN. */
@Named
@RequestScoped
public class PinView {
    @Inject
    HttpServletRequest request;

    @Inject
    StaffWords words;

    private Object result() {
        return request.getAttribute(PinServlet.RESULT);
    }

    /** The PIN that was set just now; empty at any other time. */
    public String getPin() {
        return result() instanceof PinResult.Done done ? done.pin() : "";
    }

    /** Who has it now. */
    public String getWhose() {
        return result() instanceof PinResult.Done done
                ? words.text("pin.whose", done.holder().name())
                : "";
    }

    public String getCardProblem() {
        return result() instanceof PinResult.Missing ? words.text("pin.noCard") : "";
    }

    public String getPinProblem() {
        return result() instanceof PinResult.Refused refused ? words.text("pinProblem." + refused.problem()) : "";
    }

    /** What was scanned, when the PIN was refused. */
    public String getCard() {
        return getPin().isEmpty() ? FormTexts.of(request).get("card") : "";
    }
}
