package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.carrel.platform.DatabaseProblem;
import org.carrel.security.Account;
import org.carrel.security.AccountResult;
import org.carrel.security.CurrentCaller;
import org.carrel.security.FirstStart;
import org.carrel.security.NewPassword;
import org.carrel.security.OpenId;
import org.carrel.security.Operation;
import org.carrel.security.PasswordProblem;
import org.carrel.security.Role;
import org.carrel.security.SignInResult.BadAccount;
import org.carrel.security.SignInResult.BadPassword;
import org.carrel.security.SignInResult.Elsewhere;
import org.carrel.security.SignInResult.Refused;
import org.carrel.security.SignInResult.Wait;

/** desk/sign-in.xhtml, desk/choose-password.xhtml, desk/setup.xhtml, desk/own-account.xhtml: the ways in. */
@Named
@RequestScoped
public class SignInView {
    @Inject
    HttpServletRequest request;

    @Inject
    StaffWords words;

    @Inject
    CurrentCaller caller;

    @Inject
    FirstStart firstStart;

    @Inject
    OpenId openId;

    private boolean fresh;

    @PostConstruct
    void load() {
        try {
            fresh = !firstStart.isOver();
        } catch (DatabaseProblem away) {
            fresh = false; // the form says so itself when it is sent
        }
    }

    /** Whether there is nobody yet who manages accounts. */
    public boolean isFresh() {
        return fresh;
    }

    public String getUsername() {
        return typed("username");
    }

    public String getName() {
        return typed("name");
    }

    /** Where to go afterwards. */
    public String getNext() {
        return typed("next");
    }

    public boolean isSignedOut() {
        return !typed("out").isEmpty();
    }

    public boolean isChanged() {
        return !typed("changed").isEmpty();
    }

    /** Whether the page asks because its session is over or its password was shown too long ago. */
    public boolean isWanted() {
        return !getNext().isEmpty() && !isRefused() && getWait().isEmpty();
    }

    public boolean isRefused() {
        return request.getAttribute(SignInServlet.RESULT) instanceof Refused;
    }

    /** Where else one can sign in, as the name of a button; empty when nowhere. */
    public String getElsewhere() {
        return openId.name().map(name -> words.text("signIn.elsewhere", name)).orElse("");
    }

    public String getElsewherePath() {
        var next = getNext().isEmpty() ? "" : "?next=" + URLEncoder.encode(getNext(), StandardCharsets.UTF_8);
        return OpenIdServlet.LEAVE + next;
    }

    /** Why the sign-in elsewhere was for nothing, as a sentence. */
    public String getElsewhereProblem() {
        return request.getAttribute(SignInServlet.RESULT) instanceof Elsewhere elsewhere
                ? words.text("elsewhereProblem." + elsewhere.problem())
                : "";
    }

    /** How long to wait, as a sentence; empty when there is no need. */
    public String getWait() {
        return request.getAttribute(SignInServlet.RESULT) instanceof Wait wait ? wait(wait.longest()) : "";
    }

    private String wait(Duration longest) {
        var seconds = Math.max(1, Math.ceilDiv(longest.toMillis(), 1000));
        return seconds < 90
                ? words.text("signIn.waitSeconds", seconds)
                : words.text("signIn.waitMinutes", Math.ceilDiv(seconds, 60));
    }

    /** What is wrong with the new password, as a sentence. */
    public String getPasswordProblem() {
        return request.getAttribute(SignInServlet.RESULT) instanceof BadPassword bad
                        && bad.problem() != PasswordProblem.NOT_THE_SAME
                ? sentence(bad.problem())
                : "";
    }

    public String getAgainProblem() {
        return request.getAttribute(SignInServlet.RESULT) instanceof BadPassword bad
                        && bad.problem() == PasswordProblem.NOT_THE_SAME
                ? sentence(bad.problem())
                : "";
    }

    private String sentence(PasswordProblem problem) {
        return words.text("passwordProblem." + problem, NewPassword.SHORTEST, NewPassword.LONGEST);
    }

    public String getPasswordHelp() {
        return words.text("password.help", NewPassword.SHORTEST);
    }

    public String getUsernameProblem() {
        return accountProblem(AccountResult.Problem.BAD_USERNAME)
                + accountProblem(AccountResult.Problem.USERNAME_TAKEN);
    }

    public String getNameProblem() {
        return accountProblem(AccountResult.Problem.BAD_NAME);
    }

    private String accountProblem(AccountResult.Problem problem) {
        return request.getAttribute(SignInServlet.RESULT) instanceof BadAccount bad && bad.problem() == problem
                ? words.text("accountProblem." + problem, Account.LONGEST_NAME)
                : "";
    }

    /** Whether the page for what is broken is open to whoever is signed in. */
    public boolean isMayReport() {
        return caller.may(Operation.STAFF_PAGES);
    }

    /** Has classes of their own. */
    public boolean isTeacher() {
        return caller.required().role() == Role.TEACHER;
    }

    /** Who is signed in, and as what, as a sentence. */
    public String getWho() {
        var who = caller.required();
        return words.text(
                "ownAccount.who",
                who.displayName(),
                who.username(),
                words.text("role." + who.role()),
                who.site().orElseGet(() -> words.text("account.allSites")));
    }

    private String typed(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
