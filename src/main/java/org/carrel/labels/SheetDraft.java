package org.carrel.labels;

import java.util.Map;

/** A sheet or a printer as it was typed. Sizes are in millimetres with at most two decimals, a scale in percent with at most one. */
public record SheetDraft(Map<SheetProblem.Field, String> texts) {
    public SheetDraft {
        texts = Map.copyOf(texts);
    }

    /** Without the space around it; empty when it was not typed. */
    public String get(SheetProblem.Field field) {
        return texts.getOrDefault(field, "").strip();
    }
}
