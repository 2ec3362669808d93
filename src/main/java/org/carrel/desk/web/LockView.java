package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.carrel.platform.DatabaseProblem;
import org.carrel.security.Caller;
import org.carrel.security.CurrentCaller;
import org.carrel.security.DeskLock;
import org.carrel.security.Role;
import org.carrel.security.SessionCookie;
import org.carrel.security.Sessions;
import org.carrel.security.UnlockProblem;
import org.carrel.security.WebSettings;

/** desk/locked.xhtml and desk/unlock-with.xhtml: a desk that is locked, and what it is unlocked with. */
@Named
@RequestScoped
public class LockView {
    @Inject
    HttpServletRequest request;

    @Inject
    WebSettings settings;

    @Inject
    Sessions sessions;

    @Inject
    DeskLock lock;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<Caller> whose = Optional.empty();
    private boolean unknown;

    @PostConstruct
    void load() {
        try {
            whose = sessions.locked(SessionCookie.session(request, settings));
        } catch (DatabaseProblem away) {
            unknown = true; // the form says so itself when it is sent
        }
    }

    /** A desk that is not locked has another page: the one it was at, which asks to sign in where nobody is. */
    public void check() throws IOException {
        if (whose.isPresent() || unknown) return;
        var page = SessionCookie.page(request, settings);
        var next = SignInServlet.wanted(page).orElse(SignInServlet.START);
        FacesContext.getCurrentInstance().getExternalContext().redirect(request.getContextPath() + next);
    }

    /** Whose desk it is, as a sentence. */
    public String getWhose() {
        return whose.map(known -> words.text("lock.whose", known.displayName())).orElse("");
    }

    /** What can be typed, as the name of the field. */
    public String getLabel() {
        return words.text(settings.badgeWithPin() ? "lock.passwordOrBadge" : "lock.any");
    }

    /** Whether a badge needs its PIN here. */
    public boolean isPinAsked() {
        return settings.badgeWithPin() || isAdmin();
    }

    private boolean isAdmin() {
        return whose.filter(known -> known.role() == Role.ADMIN).isPresent();
    }

    public boolean isPin() {
        return lock.keys(caller.required()).pin();
    }

    public boolean isBadge() {
        return lock.keys(caller.required()).badge();
    }

    /** What was done just now, as a sentence; empty when nothing was. */
    public String getDone() {
        return UnlockServlet.DONE.stream()
                .filter(FormTexts.of(request).get("done")::equals)
                .map(word -> words.text("unlock.done." + word))
                .findFirst()
                .orElse("");
    }

    public String getPinProblem() {
        return problem(UnlockProblem.NO_PIN) + problem(UnlockProblem.EASY_PIN);
    }

    public String getAgainProblem() {
        return problem(UnlockProblem.NOT_THE_SAME);
    }

    public String getBadgeProblem() {
        return problem(UnlockProblem.NO_BADGE);
    }

    private String problem(UnlockProblem wanted) {
        return request.getAttribute(UnlockServlet.PROBLEM) == wanted ? words.text("unlockProblem." + wanted) : "";
    }
}
