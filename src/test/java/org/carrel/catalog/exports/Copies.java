package org.carrel.catalog.exports;

import java.time.LocalDate;
import java.util.List;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.carrel.catalog.store.ShelfCopy;

/** A title and its copies, made for tests. */
final class Copies {
    static final MarcRecord TITLE = new MarcRecord(
            "00000nam a2200000 i 4500",
            List.of(
                    new ControlField("001", "d1"),
                    new ControlField("008", "160801s2016    nyua   c      000 1 eng d"),
                    data("020", "a9780545581608"),
                    data("100", "aPilkey, Dav,"),
                    data("245", "aDog Man /", "cDav Pilkey."),
                    data("852", "aOLD", "hFIC", "pB1"),
                    data("900", "alocal", "b")));

    static final ShelfCopy GOOD = new ShelfCopy(
            7,
            "B1",
            "NS",
            "SHELF",
            "BK",
            new CallNumber("J", "FIC", "PIL", ""),
            "1",
            "2",
            1250,
            LocalDate.of(2024, 8, 2),
            "Vendor",
            "Title I",
            "two\nlines",
            "good",
            true);

    static final ShelfCopy LOST = new ShelfCopy(
            7, "B2", "NS", "", "", new CallNumber("J", "FIC", "PIL", ""), "", "", null, null, "", "", "", "lost", true);

    private Copies() {}

    static DataField data(String tag, String... subfields) {
        return new DataField(
                tag,
                ' ',
                ' ',
                List.of(subfields).stream()
                        .map(text -> new Subfield(text.charAt(0), text.substring(1)))
                        .toList());
    }
}
