package org.carrel.catalog.rules;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.CopySource;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;

/** In which field, and by which subfields, a file states its copies. */
public enum CopyPreset {
    /** Vendors of school libraries, Destiny, Evergreen exports. */
    K12_852("852", "p"),
    KOHA_952("952", "p"),
    /** Sirsi and those who followed it. */
    LOCAL_949("949", "i");

    private final String tag;
    private final String barcode;

    CopyPreset(String tag, String barcode) {
        this.tag = tag;
        this.barcode = barcode;
    }

    public static CopyPreset of(CopySource.Form form) {
        return switch (form) {
            case VENDOR_852 -> K12_852;
            case KOHA_952 -> KOHA_952;
            case LOCAL_949 -> LOCAL_949;
        };
    }

    /** The field that holds one copy. */
    public String tag() {
        return tag;
    }

    /**
     * The preset whose field has barcodes; without any barcode, Koha items, or 852 when there is one, since those are
     * copies that need a label. Other uses of 949 and 952 are not copies.
     */
    public static Optional<CopyPreset> detect(MarcRecord record) {
        for (var preset : values()) {
            if (record.data(preset.tag).anyMatch(preset::hasBarcode)) return Optional.of(preset);
        }
        if (record.data(KOHA_952.tag).anyMatch(CopyPreset::isKohaItem)) return Optional.of(KOHA_952);
        return record.data(K12_852.tag).findAny().isPresent() ? Optional.of(K12_852) : Optional.empty();
    }

    /** The preset that most of a file's records have; a file has one way to state copies, a stray field is none. */
    public static Optional<CopyPreset> detectForFile(Collection<MarcRecord> sample) {
        var votes = new EnumMap<CopyPreset, Integer>(CopyPreset.class);
        for (var record : sample) detect(record).ifPresent(preset -> votes.merge(preset, 1, Integer::sum));
        return votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** A library and an item type: Koha gives both to every item, also to one without barcode. */
    private static boolean isKohaItem(DataField field) {
        return field.first('y').isPresent()
                && (field.first('a').isPresent() || field.first('b').isPresent());
    }

    /** A barcode has digits; 949 $i may hold other things. */
    private boolean hasBarcode(DataField field) {
        return FieldText.wanted(field, barcode).anyMatch(text -> text.chars().anyMatch(Character::isDigit));
    }
}
