package org.carrel.catalog.exports;

import java.util.List;
import org.carrel.catalog.ExportRequest.Copies;
import org.carrel.catalog.ExportRequest.Format;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.marc.Marc8Form;
import org.carrel.catalog.store.ShelfCopy;

/** How a kept record becomes the record that is written. */
record RecordForm(Format format, Copies copies) {
    boolean needsCopies() {
        return format == Format.CSV || copies != Copies.AS_IMPORTED;
    }

    MarcRecord apply(MarcRecord kept, List<ShelfCopy> itsCopies) {
        var record = CopyFields.write(kept, itsCopies, copies);
        return format == Format.ISO2709_MARC8 ? Marc8Form.withCharacterSets(record) : record;
    }
}
