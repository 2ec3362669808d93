package org.carrel.browser;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.carrel.fixtures.Staff;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A browser as somebody has it who has never been here, see {@link Chromium}. */
final class Browser implements AutoCloseable {
    private final Chromium chromium;
    private final ChromeDriver driver;

    private Browser(Chromium chromium) {
        this.chromium = chromium;
        this.driver = chromium.driver();
    }

    /** @param language as a browser's settings have it, {@code en} or {@code es} */
    static Browser open(String language) {
        return new Browser(Chromium.take(new Chromium.Kind(language, false)));
    }

    /** One that tells what it asked for, see {@link #hostsAsked} and {@link Traffic}. */
    static Browser counting() {
        return new Browser(Chromium.take(new Chromium.Kind("en", true)));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** The driver looks at it from now on. */
    void openWindow() {
        chromium.openWindow();
    }

    HomePage home() {
        go("/");
        return new HomePage(driver);
    }

    /** Opens a page; a staff page as an administrator who is signed in already. */
    void go(String path) {
        if (path.startsWith("/desk")) signIn(Staff.admin());
        goAsIs(path);
    }

    /** Opens a page as whoever is signed in here, or as nobody. */
    void goAsIs(String path) {
        driver.get(Product.url(path).toString());
    }

    void signIn(Staff person) {
        keep(Staff.cookieName(), person.token(), true);
    }

    /** As if its link had been followed before. */
    void speak(String language) {
        keep("carrel-language", language, false);
    }

    private void keep(String name, String value, boolean httpOnly) {
        var cookie = Map.<String, Object>of(
                "name", name,
                "value", value,
                "url", Product.url("/").toString(),
                "httpOnly", httpOnly,
                "sameSite", "Lax");
        driver.executeCdpCommand("Network.setCookie", cookie);
    }

    /** As if the machine stood in this zone. @param zone as {@code Asia/Kolkata}; empty: where it stands */
    void zone(String zone) {
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
    }

    /** The size of what is inside the window, in CSS pixels; goes below the least width of a real window. */
    void size(Dimension size) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        size.getWidth(),
                        "height",
                        size.getHeight(),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        size.getWidth() < 500));
    }

    /** Errors and refusals of the content security policy since the last call. 404 pages report themselves: left out. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("the server responded with a status of 404"))
                .toList();
    }

    /** The hosts that the browser asked for something since the last call. */
    List<String> hostsAsked() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(Browser::requestedUrl)
                .filter(url -> url.startsWith("http"))
                .map(url -> URI.create(url.replaceAll("[?#].*", "")).getHost())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        chromium.giveBack();
    }

    private static String requestedUrl(String message) {
        var request = message.indexOf("\"request\":");
        var url = message.indexOf("\"url\":\"", request) + "\"url\":\"".length();
        return message.substring(url, message.indexOf('"', url));
    }
}
