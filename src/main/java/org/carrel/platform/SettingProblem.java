package org.carrel.platform;

/** A setting that cannot be used, in one sentence: its name, its value, where it was set and what is allowed. */
public final class SettingProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public SettingProblem(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
