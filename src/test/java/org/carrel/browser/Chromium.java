package org.carrel.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.devtools.Command;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium which hears nothing but the product. It is kept from one test to the next, as starting one takes longer than
 * most tests do. Whoever takes it has it alone, with a context of their own: cookies, stores, workers and everything kept of a page
 * come and go with the context, just as with a profile.
 */
final class Chromium {
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

    private static final Map<Kind, Deque<Chromium>> IDLE = new ConcurrentHashMap<>();
    private static final Deque<ChromeDriver> STARTED = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> STARTED.forEach(ChromeDriver::quit)));
    }

    private final Kind kind;
    private final ChromeDriver driver;
    /** An empty window that stays open. */
    private final String home;

    private String context = "";

    private Chromium(Kind kind, ChromeDriver driver) {
        this.kind = kind;
        this.driver = driver;
        this.home = driver.getWindowHandle();
    }

    /**
     * What has to be said at its start.
     *
     * @param language as a browser's settings have it, {@code en} or {@code es}
     * @param counting whether it keeps a record of what goes over the network
     */
    record Kind(String language, boolean counting) {}

    static Chromium take(Kind kind) {
        var idle = IDLE.computeIfAbsent(kind, key -> new ArrayDeque<>()).poll();
        var chromium = idle == null ? new Chromium(kind, start(kind)) : idle;
        chromium.begin();
        return chromium;
    }

    ChromeDriver driver() {
        return driver;
    }

    private void begin() {
        context = ask("Target.createBrowserContext", Map.of(), "browserContextId");
        openWindow();
    }

    /** One more of the context, at which the driver looks from now on; the driver's own way leads to a window of another context. */
    void openWindow() {
        var page = Map.<String, Object>of("url", "about:blank", "browserContextId", context);
        driver.switchTo().window(ask("Target.createTarget", page, "targetId"));
    }

    /** One that does not let go of its context is not used again. */
    void giveBack() {
        try {
            driver.switchTo().window(home);
            driver.getDevTools()
                    .send(new Command<Void>("Target.disposeBrowserContext", Map.of("browserContextId", context)));
            driver.manage().logs().get(LogType.BROWSER);
            if (kind.counting()) driver.manage().logs().get(LogType.PERFORMANCE);
            IDLE.getOrDefault(kind, new ArrayDeque<>()).push(this);
        } catch (WebDriverException e) {
            STARTED.remove(driver);
            driver.quit();
        }
    }

    /** Asks the browser itself: a page may not make contexts. */
    private String ask(String method, Map<String, Object> parameters, String answer) {
        return driver.getDevTools().send(new Command<>(method, parameters, input -> {
            Map<String, Object> all = input.read(Map.class);
            return String.valueOf(all.get(answer));
        }));
    }

    private static ChromeDriver start(Kind kind) {
        var binary = firstOnPath("chromium", "chromium-browser", "google-chrome");
        var chromedriver = firstOnPath("chromedriver");
        Product.require(
                binary.isPresent() && chromedriver.isPresent(), "No chromium with chromedriver on this machine");
        var options = new ChromeOptions();
        options.setBinary(binary.orElseThrow().toFile());
        options.addArguments(FLAGS);
        options.addArguments("--accept-lang=" + kind.language());
        options.setCapability("goog:loggingPrefs", logs(kind));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .build();
        var driver = new ChromeDriver(service, options);
        STARTED.add(driver);
        driver.manage().timeouts().pageLoadTimeout(PAGE_LOAD);
        return driver;
    }

    private static LoggingPreferences logs(Kind kind) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        if (kind.counting()) logs.enable(LogType.PERFORMANCE, Level.ALL);
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
