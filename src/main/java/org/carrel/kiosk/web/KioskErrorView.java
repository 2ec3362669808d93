package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** kiosk/error.xhtml: what went wrong and the way on, never what broke. */
@Named
@RequestScoped
public class KioskErrorView {
    static final String PROBLEM = "org.carrel.kiosk.problem";

    @Inject
    HttpServletRequest request;

    @Inject
    Words words;

    public String getTitle() {
        return words.text(problem().titleKey());
    }

    public String getText() {
        return words.text(problem().textKey());
    }

    public int getStatus() {
        return problem().status();
    }

    private ScreenProblem problem() {
        return request.getAttribute(PROBLEM) instanceof ScreenProblem known ? known : new ScreenProblem(500);
    }
}
