package org.carrel.catalog.rules;

/**
 * One way by which a record may be the same as another. Keys are for finding candidates; {@link Matching} decides.
 *
 * @param value equal in both records; for CONTROL_NUMBER the bare 001, for TITLE title, author's surname and format
 */
public record MatchKey(Kind kind, String value) {
    /** From the surest to the weakest. */
    public enum Kind {
        CONTROL_NUMBER(100),
        LCCN(90),
        ISBN(80),
        OCLC(70),
        TITLE(50);

        private final int score;

        Kind(int score) {
            this.score = score;
        }
    }

    /** How sure a match by this key is: 100 is certain. */
    public int score() {
        return kind.score;
    }
}
