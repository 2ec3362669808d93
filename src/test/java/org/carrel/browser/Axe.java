package org.carrel.browser;

import static java.util.Objects.requireNonNull;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/** axe-core's view of a page: WCAG 2.2 A and AA with target sizes, and its best practices. */
final class Axe {
    /** Named one by one: the rules of 2.2 are off unless asked for. */
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /**
     * Only broken rules are written down and brought here: the address and the text of each of the thousand places where a
     * rule holds take longer than the rules do. What goes wrong in axe itself is an error, not a page without fault.
     */
    private static final String RUN = """
            var done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}, resultTypes: ['violations']}).then(function (found) {
              if (found.passes.length === 0) throw new Error('No rule looked at ' + location.href);
              done(found.violations.map(function (rule) {
                return rule.id + ' (' + rule.impact + '): ' + rule.help + '\\n' + rule.nodes.slice(0, 5).map(function (node) {
                  return '  ' + node.target + ' ' + node.html;
                }).join('\\n');
              }));
            }).catch(function (error) { done(String(error)); });
            """;

    /** axe reads the same few colours anew for each text on each of its grounds, which takes half of its time: once will do. */
    private static final String EACH_COLOR_ONCE = """

            (function () {
              var known = new Map(), color = axe.commons.color.Color.prototype, parse = color.parseString;
              color.parseString = function (text) {
                var before = known.get(text);
                if (before) {
                  this.r = before.r; this.g = before.g; this.b = before.b; this.alpha = before.alpha;
                  return this;
                }
                parse.call(this, text);
                known.set(text, { r: this.r, g: this.g, b: this.b, alpha: this.alpha });
                return this;
              };
            })();
            """;

    private static final String SOURCE = source() + EACH_COLOR_ONCE;

    private Axe() {}

    /**
     * One text for each broken rule with the places where it is broken; empty when there is none. No page of ours has
     * frames, so the rules run in the page itself, not in a second window that gathers the frames.
     */
    static List<String> violations(WebDriver driver) {
        var browser = (JavascriptExecutor) driver;
        if (!Boolean.TRUE.equals(browser.executeScript("return 'axe' in window"))) browser.executeScript(SOURCE);
        var found = browser.executeAsyncScript(RUN, TAGS);
        if (found instanceof List<?> broken)
            return broken.stream().map(String::valueOf).toList();
        throw new AssertionError("axe did not get through " + driver.getCurrentUrl() + ": " + found);
    }

    private static String source() {
        try (var in = requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
