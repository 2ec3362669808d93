package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.platform.web.Assets;
import org.carrel.platform.web.ReaderLanguage;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.security.WebSettings;

/** What every staff page has around its content: names, where else to go, the switch to the other language. */
@Named
@RequestScoped
public class StaffView {
    /** Set by {@link DeskRoutes}: this page as the address line has it, without the context path. */
    static final String ADDRESS = "org.carrel.desk.address";

    private static final String START = "/desk/import";
    private static final String SEARCH = "/desk/search";

    @Inject
    WebSettings settings;

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

    public List<Place> getPlaces() {
        var address = address();
        var importing = Stream.of(START, "/desk/doctor", "/desk/profile").anyMatch(address::startsWith);
        var screens = address.startsWith("/desk/device");
        var maps = address.startsWith(ShelfMapServlet.PAGE);
        return List.of(
                new Place("nav-import", "books", START, words.text("nav.import"), importing),
                new Place(
                        "nav-search",
                        "search",
                        SEARCH,
                        words.text("nav.search"),
                        address.startsWith(SEARCH) || address.startsWith("/desk/to-order")),
                new Place(
                        "nav-topics",
                        "home",
                        "/desk/topics",
                        words.text("nav.topics"),
                        address.startsWith("/desk/topic")),
                new Place("nav-devices", "screen", "/desk/devices", words.text("nav.devices"), screens),
                new Place("nav-shelf-map", "place", ShelfMapServlet.PAGE, words.text("nav.shelfMap"), maps));
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
