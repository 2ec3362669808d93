package org.carrel.platform.rest;

/** Ends a request with a problem. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.status() + " " + problem.type());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
