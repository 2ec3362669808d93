package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.carrel.desk.web.StaffPlaces.Area;
import org.carrel.platform.web.Assets;
import org.carrel.platform.web.ReaderLanguage;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.security.Caller;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Sessions;
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
     * A link of the navigation.
     *
     * @param current as {@code aria-current} has it: {@code page} for this very page, {@code true} for one around it, {@code
     *     false} elsewhere
     */
    public record Place(String id, String path, String name, String current) {
        /** Whether we are there. */
        public boolean isHere() {
            return !current.equals("false");
        }
    }

    public String getSchoolName() {
        return settings.schoolName();
    }

    public ScreenLanguage getLanguage() {
        return language.get();
    }

    /** What stands at the top: areas in which the person may do something. Each leads to the first of its places. */
    public List<Place> getAreas() {
        var here = StaffPlaces.at(address()).map(StaffPlaces::area);
        return Arrays.stream(Area.values())
                .filter(area -> !area.places(caller).isEmpty())
                .map(area -> area(area, here.filter(known -> known == area).isPresent()))
                .toList();
    }

    private Place area(Area area, boolean here) {
        var name = area.name().toLowerCase(Locale.ROOT);
        var places = area.places(caller);
        var first = places.getFirst().path();
        var current = places.size() == 1 ? current(first, here) : String.valueOf(here);
        return new Place("area-" + name, first, words.text("nav." + name), current);
    }

    /** The places of the area that we are in, as far as they are open; empty where there is one only. */
    public List<Place> getPlaces() {
        var here = StaffPlaces.at(address());
        var open = here.map(place -> place.area().places(caller)).orElse(List.of());
        if (open.size() < 2) return List.of();
        return open.stream()
                .map(place -> place("nav-", place, here.filter(place::holds).isPresent()))
                .toList();
    }

    /** What stands within the place that we are in; empty where there is one page only. */
    public List<Place> getParts() {
        var here = StaffPlaces.at(address());
        var open = here.map(place -> place.parts(caller)).orElse(List.of());
        if (open.size() < 2) return List.of();
        return open.stream()
                .map(place -> place(
                        "part-", place, here.filter(known -> known == place).isPresent()))
                .toList();
    }

    /** The name of the place that has parts. */
    public String getPlaceName() {
        return getPlaces().stream()
                .filter(Place::isHere)
                .map(Place::name)
                .findFirst()
                .orElseGet(this::getAreaName);
    }

    private Place place(String id, StaffPlaces place, boolean here) {
        var name = place.name().toLowerCase(Locale.ROOT);
        return new Place(id + name, place.path(), words.text("nav." + name), current(place.path(), here));
    }

    private String current(String path, boolean here) {
        return address().split("\\?", 2)[0].equals(path) ? "page" : String.valueOf(here);
    }

    /** The name of the area that we are in, for the row of its places. */
    public String getAreaName() {
        return StaffPlaces.at(address())
                .map(place -> words.text("nav." + place.area().name().toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    /** Name of who is signed in; empty when nobody is. */
    public String getPerson() {
        return caller.get().map(Caller::displayName).orElse("");
    }

    /** Whether the desk is locked when nobody does anything, or somebody wants it. */
    public boolean isLockable() {
        return caller.get()
                .flatMap(person -> Sessions.locksAfter(person.role()))
                .isPresent();
    }

    /** After how many seconds the desk is locked. */
    public long getIdleSeconds() {
        return Sessions.locksAfter(caller.required().role())
                .orElse(Duration.ZERO)
                .toSeconds();
    }

    /** This page as the address line has it, for the way back to it. */
    public String getPageAddress() {
        return address();
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
