package org.carrel.catalog.rules;

import java.util.Arrays;
import java.util.Optional;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CallRange;

/** The end of a range of call numbers, as a person writes it on a plan. */
final class CallBound {
    private CallBound() {}

    /**
     * The start that the shelf keys of everything under this label share: FIC R is FIC ROW's too, 599 is 599.5's, and REF
     * alone is all that has this prefix. Empty when the label is no call number.
     */
    static Optional<String> key(String label) {
        var text = FieldText.clean(label);
        if (text.length() > CallRange.MAX_LABEL || text.codePoints().noneMatch(Character::isLetterOrDigit))
            return Optional.empty();
        var words = text.split(" ", -1);
        if (Arrays.stream(words).allMatch(CallNumberPrefix::isKnown)) return Optional.of(ShelfKey.startOf(text));
        var call = CallNumberText.split(text);
        return isReadable(call) ? Optional.of(ShelfKey.of(call)) : Optional.empty();
    }

    /** What begins with a digit and is no class number was mistyped: 5999 stands nowhere. */
    private static boolean isReadable(CallNumber call) {
        var number = ClassNumbers.clean(call.classNumber());
        return !number.isEmpty()
                && (!Character.isDigit(number.charAt(0))
                        || Section.of(number).isPresent()
                        || ShelfKey.DEWEY.matcher(number).matches());
    }
}
