package org.carrel.search.rest;

/** A parameter of the query that cannot be meant. */
final class BadParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String detail;

    BadParameter(String parameter, String detail) {
        super(parameter + ": " + detail);
        this.parameter = parameter;
        this.detail = detail;
    }

    String parameter() {
        return parameter;
    }

    String detail() {
        return detail;
    }
}
