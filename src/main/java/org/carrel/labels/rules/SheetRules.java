package org.carrel.labels.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.carrel.labels.LabelPrinter;
import org.carrel.labels.LabelSheet;
import org.carrel.labels.SheetDraft;
import org.carrel.labels.SheetProblem;
import org.carrel.labels.SheetProblem.Field;
import org.carrel.labels.SheetProblem.Kind;

/** Reads sheets and printers as they were typed. */
public final class SheetRules {
    public static final int LONGEST_NAME = 100;
    private static final Pattern SIZE = Pattern.compile("[+-]?[0-9]{1,4}(?:[.,][0-9]{1,2})?");
    private static final int MM = LabelSheet.MILLIMETRE;
    /** Less than a tenth of a millimetre is the rounding of inches. */
    private static final int ROUNDING = 10;

    private SheetRules() {}

    /** What may be typed, in the units in which it is kept. @param unit how many of them are one of what is typed */
    private record Bounds(int least, int most, int unit) {}

    private static final Map<Field, Bounds> SHEET = new EnumMap<>(Map.of(
            Field.PAGE_WIDTH, new Bounds(15 * MM, 500 * MM, MM),
            Field.PAGE_HEIGHT, new Bounds(10 * MM, 500 * MM, MM),
            Field.COLUMNS, new Bounds(1, 12, 1),
            Field.ROWS, new Bounds(1, 40, 1),
            Field.LEFT, new Bounds(0, 200 * MM, MM),
            Field.TOP, new Bounds(0, 200 * MM, MM),
            Field.WIDTH, new Bounds(15 * MM, 500 * MM, MM),
            Field.HEIGHT, new Bounds(10 * MM, 500 * MM, MM),
            Field.PITCH_ACROSS, new Bounds(0, 500 * MM, MM),
            Field.PITCH_DOWN, new Bounds(0, 500 * MM, MM)));

    private static final Map<Field, Bounds> PRINTER = new EnumMap<>(Map.of(
            Field.MOVE_RIGHT, new Bounds(-20 * MM, 20 * MM, MM),
            Field.MOVE_DOWN, new Bounds(-20 * MM, 20 * MM, MM),
            Field.SCALE, new Bounds(900, 1100, 10)));

    /** Nothing when it is a sheet. */
    public static List<SheetProblem> checkSheet(SheetDraft draft) {
        var problems = check(draft, SHEET);
        if (!problems.isEmpty()) return problems;
        var sheet = sheet(draft);
        if (sheet.columns() > 1 && sheet.pitchAcross() < sheet.width())
            problems.add(new SheetProblem(Field.PITCH_ACROSS, Kind.OVERLAP, ""));
        if (sheet.rows() > 1 && sheet.pitchDown() < sheet.height())
            problems.add(new SheetProblem(Field.PITCH_DOWN, Kind.OVERLAP, ""));
        var right = sheet.left() + (sheet.columns() - 1) * sheet.pitchAcross() + sheet.width();
        if (right > sheet.pageWidth() + ROUNDING)
            problems.add(new SheetProblem(Field.WIDTH, Kind.OFF_PAGE, text(right, MM)));
        var bottom = sheet.top() + (sheet.rows() - 1) * sheet.pitchDown() + sheet.height();
        if (bottom > sheet.pageHeight() + ROUNDING)
            problems.add(new SheetProblem(Field.HEIGHT, Kind.OFF_PAGE, text(bottom, MM)));
        return problems;
    }

    /** Nothing when it is a printer. */
    public static List<SheetProblem> checkPrinter(SheetDraft draft) {
        return check(draft, PRINTER);
    }

    private static List<SheetProblem> check(SheetDraft draft, Map<Field, Bounds> fields) {
        var problems = new ArrayList<SheetProblem>();
        var name = draft.get(Field.NAME);
        if (name.isEmpty()) problems.add(new SheetProblem(Field.NAME, Kind.MISSING, ""));
        if (name.length() > LONGEST_NAME)
            problems.add(new SheetProblem(Field.NAME, Kind.TOO_LONG, String.valueOf(LONGEST_NAME)));
        fields.forEach((field, bounds) -> {
            var typed = draft.get(field);
            if (!SIZE.matcher(typed).matches() || !isWhole(typed, bounds.unit()))
                problems.add(new SheetProblem(field, typed.isEmpty() ? Kind.MISSING : Kind.NO_NUMBER, typed));
            else if (value(typed, bounds.unit()) < bounds.least())
                problems.add(new SheetProblem(field, Kind.TOO_SMALL, text(bounds.least(), bounds.unit())));
            else if (value(typed, bounds.unit()) > bounds.most())
                problems.add(new SheetProblem(field, Kind.TOO_LARGE, text(bounds.most(), bounds.unit())));
        });
        return problems;
    }

    /** @param draft that was checked */
    public static LabelSheet sheet(SheetDraft draft) {
        return new LabelSheet(
                "",
                draft.get(Field.NAME),
                value(draft, Field.PAGE_WIDTH),
                value(draft, Field.PAGE_HEIGHT),
                value(draft, Field.COLUMNS),
                value(draft, Field.ROWS),
                value(draft, Field.LEFT),
                value(draft, Field.TOP),
                value(draft, Field.WIDTH),
                value(draft, Field.HEIGHT),
                value(draft, Field.PITCH_ACROSS),
                value(draft, Field.PITCH_DOWN));
    }

    /** @param draft that was checked */
    public static LabelPrinter printer(int id, SheetDraft draft) {
        return new LabelPrinter(
                id,
                draft.get(Field.NAME),
                value(draft, Field.MOVE_RIGHT),
                value(draft, Field.MOVE_DOWN),
                value(draft, Field.SCALE));
    }

    private static int value(SheetDraft draft, Field field) {
        var bounds = SHEET.containsKey(field) ? SHEET.get(field) : PRINTER.get(field);
        if (bounds == null) throw new IllegalArgumentException("No number: " + field);
        return value(draft.get(field), bounds.unit());
    }

    private static boolean isWhole(String typed, int unit) {
        return number(typed, unit).stripTrailingZeros().scale() <= 0;
    }

    private static int value(String typed, int unit) {
        return number(typed, unit).intValue();
    }

    private static BigDecimal number(String typed, int unit) {
        return new BigDecimal(typed.replace(',', '.')).multiply(BigDecimal.valueOf(unit));
    }

    /** As it would be typed. @param unit how many are one of what is typed */
    private static String text(int value, int unit) {
        return BigDecimal.valueOf(value)
                .divide(BigDecimal.valueOf(unit))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The texts of a sheet, to be changed. */
    public static SheetDraft draft(LabelSheet sheet, String name) {
        var texts = new EnumMap<Field, String>(Field.class);
        texts.put(Field.NAME, name);
        texts.put(Field.PAGE_WIDTH, text(sheet.pageWidth(), MM));
        texts.put(Field.PAGE_HEIGHT, text(sheet.pageHeight(), MM));
        texts.put(Field.COLUMNS, String.valueOf(sheet.columns()));
        texts.put(Field.ROWS, String.valueOf(sheet.rows()));
        texts.put(Field.LEFT, text(sheet.left(), MM));
        texts.put(Field.TOP, text(sheet.top(), MM));
        texts.put(Field.WIDTH, text(sheet.width(), MM));
        texts.put(Field.HEIGHT, text(sheet.height(), MM));
        texts.put(Field.PITCH_ACROSS, text(sheet.pitchAcross(), MM));
        texts.put(Field.PITCH_DOWN, text(sheet.pitchDown(), MM));
        return new SheetDraft(texts);
    }

    /** The texts of a printer, to be changed. */
    public static SheetDraft draft(LabelPrinter printer) {
        return new SheetDraft(Map.of(
                Field.NAME, printer.name(),
                Field.MOVE_RIGHT, text(printer.moveRight(), MM),
                Field.MOVE_DOWN, text(printer.moveDown(), MM),
                Field.SCALE, text(printer.scale(), 10)));
    }
}
