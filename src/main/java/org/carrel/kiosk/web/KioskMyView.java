package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.carrel.security.CardSignInResult;

/** kiosk/my.xhtml: card and PIN, and whom they belong to. */
@Named
@RequestScoped
public class KioskMyView {
    private static final Duration SHORT = Duration.ofSeconds(90);

    @Inject
    HttpServletRequest request;

    @Inject
    Words words;

    public boolean isKnown() {
        return request.getAttribute(MyServlet.RESULT) instanceof CardSignInResult.Known;
    }

    /** {@code Hello Zoë K.} */
    public String getHello() {
        return request.getAttribute(MyServlet.RESULT) instanceof CardSignInResult.Known known
                ? words.text("my.hello", known.holder().screenName())
                : "";
    }

    /** Why the form is there again; empty when it is there for the first time. */
    public String getProblem() {
        var result = request.getAttribute(MyServlet.RESULT);
        if (result instanceof CardSignInResult.Refused) return words.text("my.wrong");
        if (!(result instanceof CardSignInResult.Wait wait)) return "";
        var left = wait.longest();
        if (left.compareTo(SHORT) < 0) return words.text("my.waitSeconds", Math.max(1, left.toSeconds()));
        return words.text("my.waitMinutes", left.plusSeconds(59).toMinutes());
    }
}
