package org.carrel.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Pictures of whole pages for people to look at: {@code target/screenshots/NAME.png}, with {@code -Dcarrel.test.pictures=true}.
 * Some hundreds of them take minutes, and no test needs them.
 */
final class Screenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    static void take(ChromeDriver driver, String name) {
        if (!Boolean.getBoolean("carrel.test.pictures")) return;
        var answer = capture(driver);
        try {
            Files.createDirectories(FOLDER);
            Files.write(
                    FOLDER.resolve(name.replaceAll("[^A-Za-z0-9-]", "_") + ".png"),
                    Base64.getDecoder().decode((String) answer.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException("Screenshot " + name, e);
        }
    }

    /** The browser refuses while it puts a page in the place of another one. */
    private static Map<String, Object> capture(ChromeDriver driver) {
        var request = Map.<String, Object>of("format", "png", "captureBeyondViewport", true);
        return Patience.forAPage(driver)
                .ignoring(WebDriverException.class)
                .until(now -> driver.executeCdpCommand("Page.captureScreenshot", request));
    }
}
