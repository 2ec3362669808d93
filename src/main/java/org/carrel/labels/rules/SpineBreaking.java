package org.carrel.labels.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carrel.labels.LabelTrouble;
import org.carrel.labels.LabelTrouble.Kind;

/**
 * Breaks what stands on a spine into lines that fit. Unbroken in large type comes first; then lines are broken where it is sensible; then the
 * type gets smaller; what does not fit even so is broken anywhere, in type as small as needed, and said. Nothing is ever left out.
 */
public final class SpineBreaking {
    /** Nobody needs larger letters; in points, as all sizes here. */
    static final double LARGEST = 18;
    /** Smaller than this, a break is the lesser evil. */
    static final double COMFORTABLE = 10;
    /** Where lines are broken, larger type would only make more of them. */
    static final double LARGEST_BROKEN = 12;
    /** Smaller type is hard to read on a shelf. */
    static final double READABLE = 7;

    private static final double STEP = 0.5;
    private static final double SHRINK = 0.9;
    private static final Pattern SPACE = Pattern.compile(" ");

    private SpineBreaking() {}

    /** @param width of the room for the lines, and {@code height}, in points */
    public static SpineLines fit(List<SpinePart> parts, double width, double height, TextWidth font) {
        for (var size = LARGEST; size >= COMFORTABLE; size -= STEP) {
            var lines = parts.stream().map(SpinePart::text).toList();
            if (isFitting(lines, size, width, height, font)) return new SpineLines(lines, size, List.of());
        }
        for (var size = LARGEST_BROKEN; size >= READABLE; size -= STEP) {
            var lines = sensibly(parts, size, width, font);
            if (lines.isPresent() && isLowEnough(lines.get(), size, height))
                return new SpineLines(lines.get(), size, List.of());
        }
        return anyhow(parts, width, height, font);
    }

    private static SpineLines anyhow(List<SpinePart> parts, double width, double height, TextWidth font) {
        for (var size = READABLE; ; size *= SHRINK) {
            var lines = new ArrayList<String>();
            var troubles = new ArrayList<LabelTrouble>();
            for (var part : parts) {
                var broken = sensibly(part, size, width, font);
                if (broken.isEmpty()) troubles.add(new LabelTrouble(Kind.BROKEN_WORD, part.text()));
                lines.addAll(broken.isEmpty() ? anywhere(part.text(), size, width, font) : broken.get());
            }
            if (!isFitting(lines, size, width, height, font)) continue;
            if (size < READABLE)
                troubles.add(new LabelTrouble(Kind.SMALL_TYPE, String.format(Locale.ROOT, "%.1f", size)));
            return new SpineLines(lines, size, troubles);
        }
    }

    private static boolean isFitting(List<String> lines, double size, double width, double height, TextWidth font) {
        return isLowEnough(lines, size, height) && lines.stream().allMatch(line -> font.fits(line, size, width));
    }

    private static boolean isLowEnough(List<String> lines, double size, double height) {
        return lines.size() * size * SpineLines.LEADING <= height;
    }

    private static Optional<List<String>> sensibly(List<SpinePart> parts, double size, double width, TextWidth font) {
        var lines = new ArrayList<String>();
        for (var part : parts) {
            var broken = sensibly(part, size, width, font);
            if (broken.isEmpty()) return Optional.empty();
            lines.addAll(broken.get());
        }
        return Optional.of(lines);
    }

    private static Optional<List<String>> sensibly(SpinePart part, double size, double width, TextWidth font) {
        if (font.fits(part.text(), size, width)) return Optional.of(List.of(part.text()));
        return switch (part.at()) {
            case NOWHERE -> Optional.empty();
            case WORDS -> words(part.text(), size, width, font);
            case DECIMALS -> decimals(part.text(), size, width, font);
        };
    }

    private static Optional<List<String>> words(String text, double size, double width, TextWidth font) {
        var lines = new ArrayList<String>();
        for (var word : SPACE.split(text)) {
            if (!font.fits(word, size, width)) return Optional.empty();
            var last = lines.isEmpty() ? "" : lines.getLast() + " " + word;
            if (!last.isEmpty() && font.fits(last, size, width)) lines.set(lines.size() - 1, last);
            else lines.add(word);
        }
        return Optional.of(lines);
    }

    /** As much as fits on each line; a last digit never stands alone, nor does a first one behind the point. */
    private static Optional<List<String>> decimals(String text, double size, double width, TextWidth font) {
        var lines = new ArrayList<String>();
        var rest = text;
        while (!font.fits(rest, size, width)) {
            var at = breakAt(rest, size, width, font);
            if (at == 0) return Optional.empty();
            lines.add(rest.substring(0, at));
            rest = rest.substring(at);
        }
        lines.add(rest);
        return Optional.of(lines);
    }

    private static int breakAt(String text, double size, double width, TextWidth font) {
        var point = text.indexOf('.');
        var least = point > 0 ? point + 3 : 2;
        for (var at = text.length() - 2; at >= least; at--)
            if (font.fits(text.substring(0, at), size, width)) return at;
        return point > 0 && font.fits(text.substring(0, point), size, width) ? point : 0;
    }

    /** Characters as they come: each line has one at least. */
    static List<String> anywhere(String text, double size, double width, TextWidth font) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var character : text.codePoints().mapToObj(Character::toString).toList()) {
            if (line.length() > 0 && !font.fits(line + character, size, width)) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(character);
        }
        lines.add(line.toString());
        return lines;
    }
}
