package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.UUID;
import org.carrel.devices.Accessories;
import org.carrel.devices.Accessory;
import org.carrel.devices.AccessoryChanged;
import org.carrel.devices.AccessoryWish;
import org.carrel.security.CurrentCaller;

/** The forms of desk/accessories.xhtml. */
@WebServlet(AccessoriesServlet.CHANGE)
public class AccessoriesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/accessories/change";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.accessoryProblem";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Accessories accessories;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var problem = texts.get("do").equals("new") ? add(texts) : change(texts);
        if (problem.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/desk/accessories?done=saved");
            return;
        }
        request.setAttribute(PROBLEM, problem);
        request.setAttribute(StaffView.ADDRESS, "/desk/accessories");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/accessories.xhtml").forward(request, response);
    }

    private String add(FormTexts texts) {
        var price = texts.get("price");
        if (!DeviceWords.isMoney(price)) return words.text("deviceProblem.NO_MONEY");
        var cents = price.isBlank() ? OptionalInt.empty() : DeviceWords.cents(price);
        return sentence(accessories.addType(texts.get("name"), cents));
    }

    private String change(FormTexts texts) {
        var why = InventoryAddress.one(Accessory.Why.class, texts.get("why"));
        if (why.isEmpty()) return words.text("accessoryProblem.NO_SUCH_THING");
        var wish = new AccessoryWish(
                request(texts.get("request")),
                Math.max(0, FormTexts.integer(texts.get("type"))),
                texts.get("site"),
                why.get(),
                FormTexts.integer(texts.get("number")),
                texts.get("note"));
        return sentence(accessories.change(wish, caller.required()));
    }

    /** What is no request of ours gets a number of its own: it is done each time. */
    private static UUID request(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    private String sentence(AccessoryChanged answer) {
        return switch (answer) {
            case AccessoryChanged.Done done -> "";
            case AccessoryChanged.NoneLeft left -> words.text("accessories.noneLeft", left.quantity());
            case AccessoryChanged.Refused refused -> words.text("accessoryProblem." + refused.why());
        };
    }
}
