package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.search.Readers;
import org.carrel.security.CardPlace;
import org.carrel.security.Device;
import org.carrel.security.Device.Skin;
import org.carrel.security.Devices;

/** The screen that this request comes from, when it is one of the library's own. */
@RequestScoped
public class KioskDevice {
    /** Holds the token of an enrolled device. */
    static final String COOKIE = "carrel-device";

    @Inject
    HttpServletRequest request;

    @Inject
    Devices devices;

    private Optional<Optional<Device>> asked = Optional.empty();

    /** Empty for phones and laptops. */
    Optional<Device> get() {
        if (asked.isEmpty()) asked = Optional.of(cookie().flatMap(devices::find));
        return asked.get().filter(Device::isGood);
    }

    /** Whether it says that it is a screen of ours, and is not any more. */
    boolean isSwitchedOff() {
        return cookie().isPresent() && get().isEmpty();
    }

    /** Where cards are shown; empty for phones and laptops. */
    Optional<CardPlace> cardPlace() {
        return get().filter(screen -> screen.id() > 0).map(screen -> CardPlace.screen(screen.id()));
    }

    /** Whom the screen stands there for; all for phones and laptops. */
    Readers readers() {
        return get().map(screen -> Readers.valueOf(screen.audience().name())).orElse(Readers.ALL);
    }

    boolean hasSkin(Skin skin) {
        return get().filter(device -> device.skin() == skin).isPresent();
    }

    private Optional<String> cookie() {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
