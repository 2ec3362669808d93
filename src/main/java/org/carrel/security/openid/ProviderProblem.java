package org.carrel.security.openid;

/** The other side does not do what it should; the message says what, for the log. */
public final class ProviderProblem extends Exception {
    private static final long serialVersionUID = 1L;

    public ProviderProblem(String message) {
        super(message);
    }

    public ProviderProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
