package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.carrel.security.WebSettings;

/** What every page has around its content: school name, language, the switch to the other one. */
@Named
@RequestScoped
public class ScreenView {
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

    /** This page as the reader's address line has it, without the context path. */
    private String address() {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null) return "/";
        var path = before(RequestDispatcher.FORWARD_REQUEST_URI)
                .substring(request.getContextPath().length());
        var query = before(RequestDispatcher.FORWARD_QUERY_STRING);
        return query.isEmpty() ? path : path + "?" + query;
    }

    private String before(String attribute) {
        return Stream.ofNullable(request.getAttribute(attribute))
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }
}
