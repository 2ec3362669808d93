package org.carrel.browser;

import java.util.regex.Pattern;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * What came over the network, headers included; what the browser had kept is not counted.
 *
 * @param bytes as sent, compressed
 */
record Traffic(long requests, long bytes) {
    private static final Pattern LENGTH = Pattern.compile("\"encodedDataLength\":([0-9]+)");

    /** Since the last look at the browser's log. */
    static Traffic since(Browser browser) {
        var finished = browser.driver().manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.loadingFinished\""))
                .flatMap(message -> LENGTH.matcher(message).results())
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .filter(bytes -> bytes > 0)
                .toArray();
        var bytes = 0L;
        for (var each : finished) bytes += each;
        return new Traffic(finished.length, bytes);
    }
}
