package org.carrel.browser;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.carrel.fixtures.Staff;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** One headless Chromium with a profile of its own, which hears nothing but the product. */
final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--hide-scrollbars");

    private static final Duration PAGE_LOAD = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** @param language as a browser's settings have it, {@code en} or {@code es} */
    static Browser open(String language) {
        var binary = firstOnPath("chromium", "chromium-browser", "google-chrome");
        var chromedriver = firstOnPath("chromedriver");
        Product.require(
                binary.isPresent() && chromedriver.isPresent(), "No chromium with chromedriver on this machine");
        var options = new ChromeOptions();
        options.setBinary(binary.orElseThrow().toFile());
        options.addArguments(FLAGS);
        options.addArguments("--accept-lang=" + language);
        options.setCapability("goog:loggingPrefs", logs());
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .build();
        var driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(PAGE_LOAD);
        return new Browser(driver);
    }

    ChromeDriver driver() {
        return driver;
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
        var cookie = Map.<String, Object>of(
                "name", Staff.cookieName(),
                "value", person.token(),
                "url", Product.url("/").toString(),
                "httpOnly", true,
                "sameSite", "Lax");
        driver.executeCdpCommand("Network.setCookie", cookie);
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
        driver.quit();
    }

    private static String requestedUrl(String message) {
        var request = message.indexOf("\"request\":");
        var url = message.indexOf("\"url\":\"", request) + "\"url\":\"".length();
        return message.substring(url, message.indexOf('"', url));
    }

    private static LoggingPreferences logs() {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        return logs;
    }

    private static Optional<Path> firstOnPath(String... names) {
        var folders = System.getenv("PATH").split(File.pathSeparator);
        return Stream.of(names)
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
