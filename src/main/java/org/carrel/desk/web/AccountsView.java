package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.carrel.catalog.MarcImports;
import org.carrel.security.Account;
import org.carrel.security.AccountResult;
import org.carrel.security.AccountResult.Done;
import org.carrel.security.AccountResult.Problem;
import org.carrel.security.AccountResult.Refused;
import org.carrel.security.Accounts;
import org.carrel.security.CurrentCaller;
import org.carrel.security.WebSettings;
import org.jspecify.annotations.Nullable;

/** desk/accounts.xhtml: who can sign in; and the form for one more. */
@Named
@RequestScoped
public class AccountsView {
    /** What the form sends for all sites: no site has a code with a star in it. */
    static final String ALL_SITES = "*";

    @Inject
    HttpServletRequest request;

    @Inject
    Accounts accounts;

    @Inject
    MarcImports imports;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    WebSettings settings;

    private List<Account> all = List.of();
    private AccountForm form = AccountForm.EMPTY;

    @PostConstruct
    void load() {
        var by = caller.required();
        all = accounts.list(by);
        form = AccountForm.of(FormTexts.of(request), by, imports.sites(), words);
    }

    /** A row of the list. */
    public record Row(
            long number, String name, String username, String role, String site, String state, boolean here) {}

    public List<Row> getRows() {
        return all.stream().map(this::row).toList();
    }

    private Row row(Account account) {
        return new Row(
                account.number(),
                account.displayName(),
                account.username(),
                words.text("role." + account.role()),
                account.site().orElseGet(() -> words.text("account.allSites")),
                state(account, words),
                Long.toString(account.number()).equals(request.getParameter("done")));
    }

    static String state(Account account, StaffWords words) {
        if (account.disabled().isPresent())
            return words.text(
                    "account.disabledSince", words.time(account.disabled().get()));
        if (account.codeEnds().isPresent())
            return words.text("account.waiting", words.time(account.codeEnds().get()));
        if (!account.hasPassword()) return words.text("account.noPassword");
        return words.text("account.good", account.sessions());
    }

    public AccountForm getForm() {
        return form;
    }

    /** The code of the account that was made just now; empty at any other time. */
    public String getCode() {
        return result() instanceof Done done ? done.code() : "";
    }

    public String getCodeHelp() {
        if (!(result() instanceof Done done) || done.code().isEmpty()) return "";
        var made = accounts.find(caller.required(), done.number())
                .map(Account::username)
                .orElse("");
        return codeHelp(made, request, settings, words);
    }

    static String codeHelp(String username, HttpServletRequest request, WebSettings settings, StaffWords words) {
        return words.text(
                "account.codeHelp",
                username,
                settings.baseUrl().resolve(request.getContextPath() + "/choose-password"),
                Accounts.CODE_LIFE.toHours());
    }

    public String getUsernameProblem() {
        return problem(Problem.BAD_USERNAME) + problem(Problem.USERNAME_TAKEN);
    }

    public String getNameProblem() {
        return problem(Problem.BAD_NAME);
    }

    public String getSiteProblem() {
        return problem(Problem.BAD_SITE);
    }

    private String problem(Problem problem) {
        return result() instanceof Refused refused && refused.problem() == problem
                ? words.text("accountProblem." + problem, Account.LONGEST_NAME)
                : "";
    }

    private @Nullable AccountResult result() {
        return request.getAttribute(AccountServlet.RESULT) instanceof AccountResult result ? result : null;
    }
}
