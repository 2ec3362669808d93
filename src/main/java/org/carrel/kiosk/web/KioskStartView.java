package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** kiosk/start.xhtml: where the code is typed that makes a screen one of the library's. */
@Named
@RequestScoped
public class KioskStartView {
    @Inject
    HttpServletRequest request;

    public boolean isWrong() {
        return request.getAttribute(KioskServlet.WRONG) != null;
    }
}
