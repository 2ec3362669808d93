package org.carrel.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * A heading that was changed, or is being changed, wherever it stands.
 *
 * @param who asked for it; empty when that account is no more
 * @param changed titles that have the new heading because of it
 * @param undone titles that have the old one again
 * @param left titles in which it could not be taken back, since somebody has changed the same field or the title is gone
 */
public record HeadingChange(
        long id,
        State state,
        Instant at,
        Optional<String> who,
        AuthorityKind kind,
        String thesaurus,
        String was,
        long key,
        long authority,
        String becomes,
        int changed,
        int undone,
        int left) {
    /** Where it stands. */
    public enum State {
        RUNNING,
        DONE,
        UNDOING,
        UNDONE;

        /** Whether titles are still to be changed. */
        public boolean isUnderWay() {
            return this == RUNNING || this == UNDOING;
        }
    }
}
