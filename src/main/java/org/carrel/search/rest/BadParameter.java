package org.carrel.search.rest;

import org.carrel.platform.rest.Problem;
import org.carrel.platform.rest.ProblemException;

/** A parameter of the query that cannot be meant. The words are for programmers: English. */
final class BadParameter extends ProblemException {
    private static final long serialVersionUID = 1L;

    BadParameter(String parameter, String detail) {
        super(Problem.of(400, detail).with("parameter", parameter));
    }
}
