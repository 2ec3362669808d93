package org.carrel.copycataloging.rules;

import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;

/** What other libraries write into a record for themselves. */
public final class ForeignFields {
    private ForeignFields() {}

    /** The record without their holdings (841 to 878), local notes (590 to 599) and local fields (049, 9XX). */
    public static MarcRecord without(MarcRecord record) {
        return new MarcRecord(
                record.leader(),
                record.fields().stream().filter(field -> !isTheirs(field)).toList());
    }

    private static boolean isTheirs(MarcField field) {
        if (!(field instanceof DataField data) || !data.tag().matches("[0-9]{3}")) return false;
        var tag = Integer.parseInt(data.tag());
        return tag == 49 || tag >= 590 && tag <= 599 || tag >= 841 && tag <= 878 && tag != 856 || tag >= 900;
    }
}
