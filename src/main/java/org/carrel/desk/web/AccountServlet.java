package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.carrel.security.AccountChange;
import org.carrel.security.AccountResult;
import org.carrel.security.AccountResult.Done;
import org.carrel.security.AccountResult.Missing;
import org.carrel.security.AccountResult.Refused;
import org.carrel.security.Accounts;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Role;

/**
 * The buttons of desk/accounts.xhtml and desk/account.xhtml. A code is shown in the answer to its form and nowhere else,
 * ever again.
 */
@WebServlet({
    AccountServlet.NEW,
    AccountServlet.CHANGE,
    AccountServlet.RESET,
    AccountServlet.DISABLE,
    AccountServlet.ENABLE,
    AccountServlet.END_SESSIONS
})
public class AccountServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String NEW = "/desk/accounts/new";
    static final String CHANGE = "/desk/account-change";
    static final String RESET = "/desk/account-reset";
    static final String DISABLE = "/desk/account-disable";
    static final String ENABLE = "/desk/account-enable";
    static final String END_SESSIONS = "/desk/account-end-sessions";
    /** Request attributes: the {@link AccountResult} that is shown, and the number of the account. */
    static final String RESULT = "org.carrel.desk.accountResult";

    static final String PAGE = "/desk/accounts";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Accounts accounts;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().equals(NEW)) add(request, response);
        else if (request.getDispatcherType() == DispatcherType.FORWARD) change(request, response);
        else response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private void add(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var result = accounts.add(caller.required(), wish(FormTexts.of(request)));
        request.setAttribute(StaffView.ADDRESS, PAGE);
        show(result, "/desk/accounts.xhtml", request, response);
    }

    private void change(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var number = Numbered.importNumber(request).orElse(0);
        var by = caller.required();
        var result =
                switch (request.getServletPath()) {
                    case CHANGE -> accounts.change(by, number, wish(FormTexts.of(request)));
                    case RESET -> accounts.resetPassword(by, number);
                    case DISABLE -> accounts.disable(by, number);
                    case ENABLE -> accounts.enable(by, number);
                    default -> accounts.endSessions(by, number);
                };
        request.setAttribute(StaffView.ADDRESS, "/desk/account/" + number);
        if (result instanceof Done done && done.code().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + PAGE + "?done=" + number);
        } else show(result, "/desk/account.xhtml", request, response);
    }

    private static void show(
            AccountResult result, String page, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (result instanceof Missing) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (result instanceof Refused) response.setStatus(UNPROCESSABLE);
        request.setAttribute(RESULT, result);
        request.getRequestDispatcher(page).forward(request, response);
    }

    /** What the form does not name is the least: a student's account at no school. */
    private static AccountChange wish(FormTexts form) {
        var site = form.get("site").strip();
        return new AccountChange(
                form.get("username"),
                form.get("name"),
                form.oneOf("role", Role.STUDENT),
                site.equals(AccountsView.ALL_SITES) ? Optional.empty() : Optional.of(site));
    }
}
