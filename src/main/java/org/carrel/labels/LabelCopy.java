package org.carrel.labels;

import java.io.Serializable;
import org.carrel.catalog.CallNumber;

/**
 * A copy whose labels are wanted.
 *
 * @param queued its number in the queue, which gives the order
 * @param author in catalog form; may be empty
 * @param callNumber of the copy itself; {@link CallNumber#NONE} when it has none
 * @param copyNumber as the catalog has it; may be empty
 * @param volume as the catalog has it; may be empty
 * @param copies how many copies of the title the site has
 * @param barcode empty while the copy needs one
 * @param site what people call the school
 */
public record LabelCopy(
        long queued,
        long item,
        String title,
        String author,
        CallNumber callNumber,
        String copyNumber,
        String volume,
        int copies,
        String barcode,
        String site)
        implements Serializable {}
