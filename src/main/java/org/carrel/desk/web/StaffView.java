package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.carrel.platform.web.Assets;
import org.carrel.platform.web.ReaderLanguage;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.security.Caller;
import org.carrel.security.CurrentCaller;
import org.carrel.security.WebSettings;

/** What every staff page has around its content: names, where else to go, the switch to the other language. */
@Named
@RequestScoped
public class StaffView {
    /** Set by {@link DeskRoutes}: this page as the address line has it, without the context path. */
    static final String ADDRESS = "org.carrel.desk.address";

    private static final String START = "/desk";

    @Inject
    WebSettings settings;

    @Inject
    CurrentCaller caller;

    @Inject
    ReaderLanguage language;

    @Inject
    StaffWords words;

    @Inject
    HttpServletRequest request;

    @Inject
    Assets assets;

    /**
     * A place in the navigation.
     *
     * @param id of the link
     * @param icon of the icon file
     */
    public record Place(String id, String icon, String path, String name, boolean here) {}

    public String getSchoolName() {
        return settings.schoolName();
    }

    public ScreenLanguage getLanguage() {
        return language.get();
    }

    /** Only what the person may do. */
    public List<Place> getPlaces() {
        var address = address();
        return Arrays.stream(StaffPlaces.values())
                .filter(place -> place.isOpenTo(caller))
                .map(place -> place(place, address))
                .toList();
    }

    private Place place(StaffPlaces place, String address) {
        var name = place.name().toLowerCase(Locale.ROOT);
        return new Place("nav-" + name, place.icon(), place.path(), words.text("nav." + name), place.isAt(address));
    }

    /** Name of who is signed in; empty when nobody is. */
    public String getPerson() {
        return caller.get().map(Caller::displayName).orElse("");
    }

    /** The address that switches the language and comes back to this page. */
    public String getSwitchPath() {
        return "/language?to=" + language.get().other().tag() + "&back="
                + URLEncoder.encode(address(), StandardCharsets.UTF_8);
    }

    public String asset(String name) {
        return request.getContextPath() + assets.address(name);
    }

    private String address() {
        return request.getAttribute(ADDRESS) instanceof String known ? known : START;
    }
}
