package org.carrel.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The language of this reader: the one chosen by the switch, else the browser's. */
@RequestScoped
public class ReaderLanguage {
    /** Holds nothing but {@code en} or {@code es}; ends with the browser session. */
    public static final String COOKIE = "carrel-language";

    @Inject
    HttpServletRequest request;

    /** Asked for by every text of a page. */
    @Nullable private ScreenLanguage known;

    public ScreenLanguage get() {
        var language = known == null ? chosen().orElseGet(this::preferred) : known;
        known = language;
        return language;
    }

    /** Whether somebody used the switch. */
    public boolean isChosen() {
        return chosen().isPresent();
    }

    private Optional<ScreenLanguage> chosen() {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> ScreenLanguage.parse(value).stream())
                .findFirst();
    }

    private ScreenLanguage preferred() {
        return ScreenLanguage.preferred(Objects.requireNonNullElse(request.getHeader("Accept-Language"), ""));
    }
}
