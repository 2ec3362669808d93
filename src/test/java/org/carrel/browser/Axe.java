package org.carrel.browser;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.stream.Collectors;
import org.openqa.selenium.WebDriver;

/** axe-core's view of a page: WCAG 2.2 A and AA with target sizes, and its best practices. */
final class Axe {
    /** Named one by one: the rules of 2.2 are off unless asked for. */
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Axe() {}

    /**
     * One text for each broken rule with the places where it is broken; empty when there is none. No page of ours has
     * frames, so the rules run in the page itself, not in a second window that gathers the frames.
     */
    static List<String> violations(WebDriver driver) {
        return new AxeBuilder()
                .setLegacyMode().withTags(TAGS).analyze(driver).getViolations().stream()
                        .map(Axe::sentence)
                        .toList();
    }

    private static String sentence(Rule rule) {
        var places = rule.getNodes().stream()
                .map(node -> "  " + node.getTarget() + " " + node.getHtml())
                .limit(5)
                .collect(Collectors.joining("\n"));
        return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + "\n" + places;
    }
}
