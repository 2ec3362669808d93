package org.carrel.notices.mail;

import java.util.Optional;
import org.carrel.notices.NoticeProblem;

/**
 * What came of handing over a letter.
 *
 * @param problem empty: the server has taken it
 * @param replyCode of the server; 0 where it gave none
 */
public record Delivery(Optional<NoticeProblem> problem, int replyCode) {
    static final Delivery TAKEN = new Delivery(Optional.empty(), 0);

    static Delivery of(NoticeProblem problem) {
        return new Delivery(Optional.of(problem), 0);
    }

    static Delivery of(NoticeProblem problem, int replyCode) {
        return new Delivery(Optional.of(problem), replyCode);
    }
}
