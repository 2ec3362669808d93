package org.carrel.kiosk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import org.carrel.scheduling.SessionLinks;
import org.carrel.scheduling.SessionWords;
import org.carrel.scheduling.SharedSession;
import org.carrel.security.ClientAddress;
import org.carrel.security.SecretWords;
import org.carrel.security.WebSettings;

/** kiosk/session.xhtml: one session of a class for whoever has its link, with the way to the books of its topic. */
@Named
@RequestScoped
public class KioskSessionView {
    /** Request attribute, set by {@link Routes}: the word of the link. */
    static final String WORD = "org.carrel.kiosk.session";

    private static final int TOO_MANY = 429;

    @Inject
    HttpServletRequest request;

    @Inject
    SessionLinks links;

    @Inject
    SecretWords secrets;

    @Inject
    WebSettings settings;

    @Inject
    Words words;

    private Optional<SharedSession> session = Optional.empty();
    private Duration wait = Duration.ZERO;

    @PostConstruct
    void load() {
        session = request.getAttribute(WORD) instanceof String word ? links.find(word) : session;
        if (session.isEmpty()) wait = secrets.wrong(ClientAddress.of(request, settings));
    }

    /** Answers 404 for a word that opens nothing, and after many of those that one has to wait. */
    public void check() throws IOException {
        if (session.isPresent()) return;
        var context = FacesContext.getCurrentInstance();
        if (!wait.isZero())
            context.getExternalContext()
                    .setResponseHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
        context.getExternalContext().responseSendError(wait.isZero() ? 404 : TOO_MANY, "");
        context.responseComplete();
    }

    private SessionWords said() {
        return new SessionWords(words.language().locale());
    }

    public String getTitle() {
        return session.map(shared -> said().title(shared.about(), shared.kind()))
                .orElse("");
    }

    /** It was called off, or does not take place for another reason. */
    public boolean isOff() {
        return session.filter(shared -> !shared.live()).isPresent();
    }

    /** Day and hours, where it is. */
    public String getWhen() {
        return session.map(this::when).orElse("");
    }

    private String when(SharedSession shared) {
        var locale = words.language().locale();
        var from = shared.span().starts().atZone(shared.zone());
        var until = shared.span().ends().atZone(shared.zone());
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        return words.text("session.when", day.format(from), time.format(from), time.format(until));
    }

    public String getWhere() {
        return session.map(shared -> said().where(shared.parts())).orElse("");
    }

    public String getSite() {
        return session.map(SharedSession::site).orElse("");
    }

    public String getTopic() {
        return session.map(shared -> shared.about().topic()).orElse("");
    }

    /** Where its books are found. */
    public String getSearchPath() {
        return new SearchAddress(getTopic(), 1, List.of(), List.of()).path();
    }
}
