package org.carrel.labels.pdf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carrel.labels.LabelCopy;
import org.carrel.labels.LabelKind;
import org.carrel.labels.LabelLook;
import org.carrel.labels.LabelTrouble;
import org.carrel.labels.LabelTrouble.Kind;
import org.carrel.labels.rules.BarcodeRules;
import org.carrel.labels.rules.SpineBreaking;
import org.carrel.labels.rules.SpineLines;
import org.carrel.labels.rules.SpinePart;
import org.carrel.labels.rules.SpineParts;
import org.carrel.labels.rules.TextFitting;
import org.carrel.labels.rules.TextLine;

/** What stands on a label of a sheet, and what cannot stand there. Sizes in points. */
public final class LabelDesign {
    /** White at each side of a label, in hundredths of a millimetre: no printer is exact, and knives are not either. */
    static final int WHITE = 150;

    private static final double TITLE = 9;
    private static final double TEXT = 8;
    private static final double SMALL = 6.5;
    private static final double LOWEST_BARS = 14;

    private static final TextFitting FITTING = new TextFitting(Typeface.PLAIN, Typeface.BOLD);

    private final LabelLook look;
    private final double width;
    private final double height;

    public LabelDesign(LabelLook look) {
        this.look = look;
        this.width = Points.of(look.sheet().width() - 2 * WHITE);
        this.height = Points.of(look.sheet().height() - 2 * WHITE);
    }

    /** @param above the bars @param below them @param number as bars; empty when they cannot be drawn */
    record BarLabel(List<TextLine> above, Optional<Bars> number, double barHeight, List<TextLine> below) {}

    public SpineLines spine(LabelCopy copy) {
        var parts = SpineParts.of(copy).stream()
                .map(part -> new SpinePart(Typeface.BOLD.printable(part.text()), part.at()))
                .toList();
        return SpineBreaking.fit(parts, width, height, Typeface.BOLD);
    }

    List<TextLine> pocket(LabelCopy copy) {
        return FITTING.block(
                line(copy.title(), TITLE, true),
                List.of(
                        line(copy.author(), TEXT, false),
                        line(copy.callNumber().text(), TITLE, true),
                        line(copy.barcode(), TEXT, false)),
                width,
                height);
    }

    BarLabel barcode(LabelCopy copy) {
        var site = FITTING.cut(line(copy.site(), SMALL, false), width);
        var number = FITTING.whole(line(copy.barcode(), TEXT, false), width);
        var title = FITTING.cut(line(copy.title(), SMALL, false), width);
        var rest = height - (number.size() + SMALL) * SpineLines.LEADING;
        var above = rest >= LOWEST_BARS ? List.of(site) : List.<TextLine>of();
        var both = rest - SMALL * SpineLines.LEADING >= LOWEST_BARS;
        var below = both ? List.of(number, title) : List.of(number);
        var said = new ArrayList<>(above);
        said.addAll(below);
        var bars = height - said.stream().mapToDouble(TextLine::size).sum() * SpineLines.LEADING;
        return new BarLabel(above, bars(copy).filter(this::hasRoom), bars, below);
    }

    private Optional<Bars> bars(LabelCopy copy) {
        var drawn = BarcodeRules.check(look.symbology(), copy.barcode()).isEmpty();
        return drawn ? Optional.of(Bars.of(look.symbology(), copy.barcode())) : Optional.empty();
    }

    /** The white at the sides of the label is white of the bars too. */
    private boolean hasRoom(Bars bars) {
        return narrowest(bars).isPresent();
    }

    Optional<Double> narrowest(Bars bars) {
        return bars.narrowest(Points.of(look.sheet().width()));
    }

    private static TextLine line(String text, double size, boolean bold) {
        return new TextLine((bold ? Typeface.BOLD : Typeface.PLAIN).printable(text), size, bold);
    }

    /** What is wrong with the labels of a copy. */
    public List<LabelTrouble> troubles(LabelCopy copy) {
        var troubles = new ArrayList<LabelTrouble>();
        var kinds = look.kinds();
        if (kinds.contains(LabelKind.SPINE)) {
            if (copy.callNumber().text().isBlank()) troubles.add(new LabelTrouble(Kind.NO_CALL_NUMBER, ""));
            troubles.addAll(spine(copy).troubles());
        }
        if (kinds.contains(LabelKind.BARCODE)) {
            BarcodeRules.check(look.symbology(), copy.barcode()).ifPresent(troubles::add);
            bars(copy).filter(bars -> !hasRoom(bars)).ifPresent(bars -> troubles.add(bars.noRoom()));
        }
        var missing = missing(copy, kinds);
        if (!missing.isEmpty()) troubles.add(new LabelTrouble(Kind.NO_CHARACTERS, String.join(" ", missing)));
        return troubles;
    }

    private static Set<String> missing(LabelCopy copy, Set<LabelKind> kinds) {
        var texts = new ArrayList<String>();
        if (kinds.contains(LabelKind.SPINE))
            SpineParts.of(copy).stream().map(SpinePart::text).forEach(texts::add);
        if (kinds.contains(LabelKind.POCKET))
            texts.addAll(List.of(copy.title(), copy.author(), copy.callNumber().text()));
        if (kinds.contains(LabelKind.BARCODE)) texts.addAll(List.of(copy.site(), copy.title()));
        var missing = new LinkedHashSet<String>();
        texts.forEach(text -> missing.addAll(Typeface.BOLD.missing(text)));
        return missing;
    }
}
