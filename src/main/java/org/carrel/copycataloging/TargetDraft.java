package org.carrel.copycataloging;

import java.util.Map;
import org.carrel.copycataloging.TargetProblem.Field;

/** A target as it was typed. */
public record TargetDraft(Map<Field, String> texts, boolean enabled, boolean inside) {
    public TargetDraft {
        texts = Map.copyOf(texts);
    }

    /** Without the space around it; empty when it was not typed. */
    public String get(Field field) {
        return texts.getOrDefault(field, "").strip();
    }
}
