package org.carrel.catalog;

import java.util.EnumMap;
import java.util.Map;

/**
 * Which subfield of a copy field is what.
 *
 * @param tag of the data field that holds one copy
 * @param codes subfield codes of each part, e.g. {@code ab}: the first that has text, but for call numbers, volumes and
 *     notes, which take all; a part that is not there is not read
 */
public record CopyMap(String tag, Map<Part, String> codes, PriceForm price) {
    public CopyMap {
        tag = tag.strip();
        var given = new EnumMap<Part, String>(Part.class);
        codes.forEach((part, text) -> {
            var plain = text.replaceAll("[\\s$,‡]", "");
            if (!plain.isEmpty()) given.put(part, plain);
        });
        codes = Map.copyOf(given);
    }

    /** Empty when the part is not read. */
    public String codes(Part part) {
        return codes.getOrDefault(part, "");
    }

    /** What a copy field can say. */
    public enum Part {
        SITE,
        LOCATION,
        ITEM_TYPE,
        CALL_PREFIX,
        /** The class, or the whole label when the other parts of the call number are empty. */
        CALL_CLASS,
        CALL_CUTTER,
        CALL_SUFFIX,
        BARCODE,
        COPY_NUMBER,
        VOLUME,
        PRICE,
        DATE_ACQUIRED,
        VENDOR,
        FUND,
        NOTE
    }

    /** What a price without a decimal point means. */
    public enum PriceForm {
        /** 8500 is 85.00. */
        CENTS,
        /** 85 is 85.00. */
        WHOLE
    }
}
