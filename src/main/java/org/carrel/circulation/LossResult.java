package org.carrel.circulation;

import java.io.Serializable;

/** What came of marking a loan as lost. */
public sealed interface LossResult extends Serializable {
    /** What is charged; each may be nothing. */
    record MarkedLost(Money price, Money processing, Money overdue) implements LossResult {}

    record AlreadyLost() implements LossResult {}

    /** The loan is over. */
    record Over() implements LossResult {}
}
