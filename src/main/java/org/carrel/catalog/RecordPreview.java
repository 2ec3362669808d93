package org.carrel.catalog;

import java.util.List;

/**
 * What settings make of one record.
 *
 * @param title 245 $a as the file has it, or empty
 * @param fields each change of a field, in the order of the rules; a field that two rules change is there twice
 */
public record RecordPreview(String title, MarcRecord before, MarcRecord after, List<Field> fields, List<Copy> copies) {
    public RecordPreview {
        fields = List.copyOf(fields);
        copies = List.copyOf(copies);
    }

    /** @param rule its place in the list, from 0 */
    public record Field(int rule, FieldChange change) {}

    /**
     * A copy the record states.
     *
     * @param read as the copy field has it
     * @param now as the rules make it
     * @param rules places of those that changed it
     */
    public record Copy(CopyStatement read, CopyStatement now, List<Integer> rules) {
        public Copy {
            rules = List.copyOf(rules);
        }
    }
}
