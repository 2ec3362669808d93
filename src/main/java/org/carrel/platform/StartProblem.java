package org.carrel.platform;

/** Why Carrel cannot start or go on, in one sentence that says what to do. */
public final class StartProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public StartProblem(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public StartProblem(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
