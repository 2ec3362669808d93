package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.carrel.platform.web.Assets;
import org.carrel.platform.web.ReaderLanguage;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.security.Device.Skin;
import org.carrel.security.WebSettings;

/** What every page has around its content: school name, language, the switch to the other one. */
@Named
@RequestScoped
public class ScreenView {
    /** Set by {@link Routes}. */
    static final String ADDRESS = "org.carrel.kiosk.address";
    /** Holds a {@link ReadingAid}; ends with the browser session. */
    static final String AID_COOKIE = "carrel-text";

    @Inject
    WebSettings settings;

    @Inject
    ReaderLanguage language;

    @Inject
    HttpServletRequest request;

    @Inject
    Assets assets;

    @Inject
    KioskDevice device;

    @Inject
    Clock clock;

    public String getSchoolName() {
        return settings.schoolName();
    }

    public ScreenLanguage getLanguage() {
        return language.get();
    }

    /** The address that switches the language and comes back to this page. */
    public String getSwitchPath() {
        return "/language?to=" + language.get().other().tag() + "&back="
                + URLEncoder.encode(address(), StandardCharsets.UTF_8);
    }

    /** Whether this is a screen of the library: with its own keyboard, and cleared when nobody is there any more. */
    public boolean isKiosk() {
        return device.get().isPresent();
    }

    /** What a screen's page for lost connections is of, as parameters: another school's, or another day's, is fetched anew. */
    public String getToKeep() {
        return device.get()
                .map(screen -> "site=" + URLEncoder.encode(screen.siteCode(), StandardCharsets.UTF_8) + "&day="
                        + LocalDate.now(clock))
                .orElse("");
    }

    /** Classes of the html element. */
    public String getCss() {
        var kiosk = isKiosk() ? " kiosk" : "";
        return aid().css() + kiosk + (device.hasSkin(Skin.PICTURE) ? " picture" : "");
    }

    /** Nothing was chosen that another reader should not find. */
    public boolean isAsUsual() {
        return aid().equals(ReadingAid.NONE) && !language.isChosen();
    }

    public int getTextPercent() {
        return aid().percent();
    }

    public boolean isContrast() {
        return aid().contrast();
    }

    public String getLargerPath() {
        return aidPath(aid().larger());
    }

    public String getContrastPath() {
        return aidPath(aid().otherContrast());
    }

    private String aidPath(ReadingAid next) {
        return "/text?to=" + next.text() + "&back=" + URLEncoder.encode(address(), StandardCharsets.UTF_8);
    }

    private ReadingAid aid() {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(AID_COOKIE))
                .flatMap(cookie -> ReadingAid.parse(cookie.getValue()).stream())
                .findFirst()
                .orElse(ReadingAid.NONE);
    }

    /** An asset's address with the print of its content, so that browsers may keep it for a year. */
    public String asset(String name) {
        return request.getContextPath() + assets.address(name);
    }

    /** This page as the reader's address line has it, without the context path; home for pages that failed. */
    private String address() {
        return request.getAttribute(ADDRESS) instanceof String known ? known : "/";
    }
}
