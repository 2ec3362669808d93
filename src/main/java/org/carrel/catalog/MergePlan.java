package org.carrel.catalog;

import java.util.List;
import java.util.Map;

/**
 * What merging records would do.
 *
 * @param keep the record that stays
 * @param away those that become part of it
 * @param becomes the record that stays, as it would be
 * @param changes what is different in it
 * @param copies how many copies move to it
 * @param moved how many other things move to it, by their kind: {@code holds}
 */
public record MergePlan(
        OpenRecord keep,
        List<OpenRecord> away,
        MarcRecord becomes,
        List<FieldChange> changes,
        int copies,
        Map<String, Integer> moved) {
    public MergePlan {
        away = List.copyOf(away);
        changes = List.copyOf(changes);
        moved = Map.copyOf(moved);
    }
}
