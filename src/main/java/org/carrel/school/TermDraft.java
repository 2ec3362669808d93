package org.carrel.school;

import java.io.Serializable;

/** A term as somebody typed it, sensible or not. */
public record TermDraft(String name, String first, String last) implements Serializable {
    public static final TermDraft EMPTY = new TermDraft("", "", "");

    public TermDraft {
        name = name.strip();
        first = first.strip();
        last = last.strip();
    }
}
