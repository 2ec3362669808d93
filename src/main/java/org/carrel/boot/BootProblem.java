package org.carrel.boot;

/** Why Carrel cannot start, in one sentence for the person who typed the command. */
public final class BootProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String sentence;

    public BootProblem(int exitCode, String sentence) {
        super(sentence);
        this.sentence = sentence;
        this.exitCode = exitCode;
    }

    public String sentence() {
        return sentence;
    }

    /** 1 for trouble of the machine, 2 for a wrong setting, 3 when no Java is new enough. */
    public int exitCode() {
        return exitCode;
    }
}
