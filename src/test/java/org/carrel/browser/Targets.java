package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;

/** What can be touched on a page, by its size and place. */
final class Targets {
    private Targets() {}

    /** @param pixels CSS pixels, in either direction */
    static List<?> smallerThan(ChromeDriver driver, int pixels) {
        return (List<?>) driver.executeScript("""
                return Array.from(document.querySelectorAll('a[href], button, input, select, [tabindex="0"]')).filter(function (each) {
                  var box = each.getBoundingClientRect();
                  return box.width > 1 && box.height > 1 && box.bottom > 0 && (box.width < %1$d - .5 || box.height < %1$d - .5);
                }).map(function (each) { return each.outerHTML.slice(0, 120); });
                """.formatted(pixels));
    }

    /** Pairs with less between them; the search box and its button are one thing. */
    static List<?> nearerThan(ChromeDriver driver, int pixels) {
        return (List<?>) driver.executeScript("""
                var boxes = Array.from(document.querySelectorAll('main a[href], main button, main input, header a, footer a')).map(function (each) {
                  return { name: each.outerHTML.slice(0, 90), box: each.getBoundingClientRect() };
                }).filter(function (each) { return each.box.width > 1 && each.box.bottom > 0; });
                var near = [];
                boxes.forEach(function (a, i) {
                  boxes.slice(i + 1).forEach(function (b) {
                    var across = Math.max(b.box.left - a.box.right, a.box.left - b.box.right);
                    var down = Math.max(b.box.top - a.box.bottom, a.box.top - b.box.bottom);
                    if (Math.max(across, down) < %d - .5) near.push(a.name + ' | ' + b.name);
                  });
                });
                return near.filter(function (pair) { return pair.indexOf('search-text') < 0; });
                """.formatted(pixels));
    }
}
