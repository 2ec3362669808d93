package org.carrel.labels.rules;

import java.util.ArrayList;
import java.util.List;

/** Lines of words on labels. What identifies a copy is never cut; a title that is too long ends in three dots. All sizes in points. */
public final class TextFitting {
    private static final String MORE = "…";
    private static final double SMALLEST = 0.7;
    private static final double SHRINK = 0.9;

    private final TextWidth plain;
    private final TextWidth bold;

    public TextFitting(TextWidth plain, TextWidth bold) {
        this.plain = plain;
        this.bold = bold;
    }

    private TextWidth font(boolean isBold) {
        return isBold ? bold : plain;
    }

    /** One line that is cut. */
    public TextLine cut(TextLine line, double width) {
        var font = font(line.bold());
        if (font.fits(line.text(), line.size(), width)) return line;
        var characters = line.text().codePoints().mapToObj(Character::toString).toList();
        for (var count = characters.size() - 1; count > 0; count--) {
            var shorter = String.join("", characters.subList(0, count)).stripTrailing() + MORE;
            if (font.fits(shorter, line.size(), width)) return new TextLine(shorter, line.size(), line.bold());
        }
        return new TextLine(MORE, line.size(), line.bold());
    }

    /** One line that gets smaller until it fits. */
    public TextLine whole(TextLine line, double width) {
        var wide = font(line.bold()).of(line.text()) * line.size();
        return wide <= width ? line : new TextLine(line.text(), line.size() * width / wide, line.bold());
    }

    /**
     * Lines below each other.
     *
     * @param title is cut when there is no room for all of it
     * @param others are not; empty ones are left out
     */
    public List<TextLine> block(TextLine title, List<TextLine> others, double width, double height) {
        var said = others.stream().filter(line -> !line.text().isEmpty()).toList();
        for (var scale = 1.0; scale >= SMALLEST; scale *= SHRINK) {
            var lines = new ArrayList<>(wrapped(title, scale, width));
            for (var line : said) lines.addAll(wrapped(line, scale, width));
            if (height(lines) <= height) return lines;
        }
        return tight(title, said, width, height);
    }

    private List<TextLine> tight(TextLine title, List<TextLine> others, double width, double height) {
        for (var scale = SMALLEST; ; scale *= SHRINK) {
            var below = new ArrayList<TextLine>();
            for (var line : others) below.addAll(wrapped(line, scale, width));
            var first = wrapped(title, scale, width);
            for (var count = first.size(); count > 0; count--) {
                var lines = new ArrayList<>(first.subList(0, count - 1));
                var last = first.subList(count - 1, first.size()).stream()
                        .map(TextLine::text)
                        .toList();
                lines.add(cut(new TextLine(String.join(" ", last), title.size() * scale, title.bold()), width));
                lines.addAll(below);
                if (height(lines) <= height) return lines;
            }
        }
    }

    private static double height(List<TextLine> lines) {
        return lines.stream().mapToDouble(TextLine::size).sum() * SpineLines.LEADING;
    }

    private List<TextLine> wrapped(TextLine line, double scale, double width) {
        var size = line.size() * scale;
        var font = font(line.bold());
        var lines = new ArrayList<String>();
        for (var word : line.text().split("\\s+")) {
            var longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (!lines.isEmpty() && font.fits(longer, size, width)) lines.set(lines.size() - 1, longer);
            else lines.addAll(broken(word, size, width, font));
        }
        return lines.stream().map(text -> new TextLine(text, size, line.bold())).toList();
    }

    private static List<String> broken(String word, double size, double width, TextWidth font) {
        return font.fits(word, size, width) ? List.of(word) : SpineBreaking.anywhere(word, size, width, font);
    }
}
