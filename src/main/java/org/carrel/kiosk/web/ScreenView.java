package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.carrel.platform.web.Assets;
import org.carrel.platform.web.ReaderLanguage;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.security.WebSettings;

/** What every page has around its content: school name, language, the switch to the other one. */
@Named
@RequestScoped
public class ScreenView {
    /** Set by {@link Routes}. */
    static final String ADDRESS = "org.carrel.kiosk.address";

    @Inject
    WebSettings settings;

    @Inject
    ReaderLanguage language;

    @Inject
    HttpServletRequest request;

    @Inject
    Assets assets;

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

    /** An asset's address with the print of its content, so that browsers may keep it for a year. */
    public String asset(String name) {
        return request.getContextPath() + assets.address(name);
    }

    /** This page as the reader's address line has it, without the context path; home for pages that failed. */
    private String address() {
        return request.getAttribute(ADDRESS) instanceof String known ? known : "/";
    }
}
