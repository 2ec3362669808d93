package org.carrel.catalog.rules;

import org.carrel.catalog.MarcRecord;

/** A control field that is read by position; positions that are not there are blank. */
record FixedField(String data) {
    static FixedField of(MarcRecord record, String tag) {
        return new FixedField(record.control(tag).orElse(""));
    }

    char at(int position) {
        return position < data.length() ? data.charAt(position) : ' ';
    }

    /** From {@code start} up to, not including, {@code end}; always {@code end - start} characters. */
    String slice(int start, int end) {
        var text = new StringBuilder();
        for (var position = start; position < end; position++) text.append(at(position));
        return text.toString();
    }
}
