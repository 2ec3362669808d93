package org.carrel.catalog.rules;

import org.carrel.catalog.CallNumber;

/** The class of a copy by its call number, whatever prefix stands before it. */
public final class ClassOfCopy {
    private static final int WHOLE = 3;

    private ClassOfCopy() {}

    /** FIC, E, GN, B and the like; a Dewey number with three digits before the point (641.5); empty for everything else. */
    public static String of(CallNumber call) {
        var number = ClassNumbers.clean(CallNumberText.split(call.text()).classNumber());
        var section = Section.of(number);
        if (section.isPresent()) return section.get().code();
        var dewey = ShelfKey.DEWEY.matcher(number);
        if (!dewey.matches()) return "";
        var whole = dewey.group(1);
        var decimals = dewey.group(2) == null ? "" : "." + dewey.group(2);
        return "0".repeat(WHOLE - whole.length()) + whole + decimals;
    }
}
