package org.carrel.devices.rules;

import java.util.Optional;
import java.util.regex.Pattern;
import org.carrel.devices.AgreementAnswer;
import org.carrel.devices.AgreementProblem;
import org.carrel.devices.AgreementSigning;

/** What counts as a signature: a line that somebody drew, or a typed name with a tick for those who do not draw. */
public final class Signatures {
    /** In characters: minutes of scribbling. */
    public static final int LONGEST = 60_000;

    /** Moves and lines with whole numbers: it is put into a page as the path of a picture, and nothing else fits in. */
    private static final Pattern PATH = Pattern.compile("(?:M[0-9]{1,4} [0-9]{1,4}(?:L[0-9]{1,4} [0-9]{1,4})+)+");

    private Signatures() {}

    public static boolean isPath(String drawing) {
        return drawing.length() <= LONGEST && PATH.matcher(drawing).matches();
    }

    /** Empty when it can be kept. Who declines signs nothing. */
    public static Optional<AgreementProblem> problem(AgreementSigning signing) {
        var signer = signing.signer().strip();
        if (signer.isEmpty()) return Optional.of(AgreementProblem.SIGNER_MISSING);
        if (signer.length() > AgreementAnswer.LONGEST_SIGNER) return Optional.of(AgreementProblem.SIGNER_TOO_LONG);
        if (!signing.drawing().isEmpty() && !isPath(signing.drawing()))
            return Optional.of(AgreementProblem.BAD_DRAWING);
        var isSigned = signing.ticked() || !signing.drawing().isEmpty() || !signing.accepted();
        return isSigned ? Optional.empty() : Optional.of(AgreementProblem.NOT_SIGNED);
    }
}
