package org.carrel.circulation.rules;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carrel.circulation.DeskCommand;

/** What a scanner types, without what some scanners put around it. */
public final class ScanText {
    /** The symbology identifier of ISO/IEC 15424: {@code ]C1} for Code 128 and so on. */
    private static final Pattern SYMBOLOGY = Pattern.compile("^][A-Za-z][0-9A-Za-z](?=.{3})");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]+");

    private ScanText() {}

    /** Without control characters, blanks around it and symbology; blanks inside stay (B79). Unicode NFC. */
    public static String clean(String typed) {
        var visible = INVISIBLE
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .replaceAll(" ");
        return SYMBOLOGY.matcher(visible.strip()).replaceFirst("").strip();
    }

    /** The command that a printed barcode stands for. */
    public static Optional<DeskCommand> command(String clean) {
        for (var command : DeskCommand.values()) if (command.barcode().equals(clean)) return Optional.of(command);
        return Optional.empty();
    }

    /** Whether it can be the name of a person: two letters at least, and no digit. */
    public static boolean isName(String clean) {
        return clean.codePoints().filter(Character::isLetter).count() >= 2
                && clean.codePoints().noneMatch(Character::isDigit);
    }
}
