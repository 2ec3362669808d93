package org.carrel.catalog.doctor;

import org.carrel.catalog.Diagnosis;
import org.carrel.catalog.marc.MarcFormat;

/** The doctor's look at one record of any format. Never fails, whatever the bytes are. */
public final class Examination {
    private Examination() {}

    public static Diagnosis of(byte[] original, MarcFormat format) {
        if (format != MarcFormat.ISO_2709) return new Diagnosis.OfText(TextLines.of(original, format));
        var layout = Layout.of(original);
        return new Diagnosis.OfBytes(Anatomy.of(layout), Repairs.of(layout));
    }
}
