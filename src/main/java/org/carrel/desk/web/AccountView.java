package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.MarcImports;
import org.carrel.security.Account;
import org.carrel.security.AccountResult.Done;
import org.carrel.security.AccountResult.Problem;
import org.carrel.security.AccountResult.Refused;
import org.carrel.security.Accounts;
import org.carrel.security.AuditEvent;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.CurrentCaller;
import org.carrel.security.WebSettings;

/** desk/account.xhtml: one account, what can be done to it, and what was. */
@Named
@RequestScoped
public class AccountView {
    private static final int MOST_EVENTS = 20;

    @Inject
    HttpServletRequest request;

    @Inject
    Accounts accounts;

    @Inject
    AuditTrail audit;

    @Inject
    MarcImports imports;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    WebSettings settings;

    private Optional<Account> account = Optional.empty();
    private AccountForm form = AccountForm.EMPTY;
    private List<AuditEvent> events = List.of();

    @PostConstruct
    void load() {
        var by = caller.required();
        account = accounts.find(by, Numbered.importNumber(request).orElse(0));
        if (account.isEmpty()) return;
        var refused = request.getAttribute(AccountServlet.RESULT) instanceof Refused;
        var typed = FormTexts.of(request);
        form = refused && typed.has("name")
                ? AccountForm.of(typed, by, imports.sites(), words)
                : AccountForm.of(account.get(), by, imports.sites(), words);
        events = audit.of(new Subject("account", account.get().number()), MOST_EVENTS);
    }

    /** An event of the audit trail. */
    public record Event(String when, String what) {}

    public long getNumber() {
        return account().number();
    }

    public String getName() {
        return account().displayName();
    }

    public String getUsername() {
        return account().username();
    }

    public String getState() {
        return AccountsView.state(account(), words);
    }

    public boolean isDisabled() {
        return account().disabled().isPresent();
    }

    public boolean isOwn() {
        return account().number() == caller.required().account();
    }

    public boolean isOpen() {
        return account().sessions() > 0;
    }

    public AccountForm getForm() {
        return form;
    }

    public List<Event> getEvents() {
        return events.stream()
                .map(event -> new Event(words.time(event.at()), words.text("audit." + event.action())))
                .toList();
    }

    public String getCode() {
        return request.getAttribute(AccountServlet.RESULT) instanceof Done done ? done.code() : "";
    }

    public String getCodeHelp() {
        return AccountsView.codeHelp(account().username(), request, settings, words);
    }

    public String getNameProblem() {
        return problem(Problem.BAD_NAME);
    }

    public String getSiteProblem() {
        return problem(Problem.BAD_SITE);
    }

    public String getOwnProblem() {
        return problem(Problem.OWN_ACCOUNT);
    }

    private String problem(Problem problem) {
        return request.getAttribute(AccountServlet.RESULT) instanceof Refused refused && refused.problem() == problem
                ? words.text("accountProblem." + problem, Account.LONGEST_NAME)
                : "";
    }

    private Account account() {
        return account.orElseThrow();
    }
}
