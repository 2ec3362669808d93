package org.carrel.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A copy as somebody opens it.
 *
 * @param version by which a later change is known
 * @param withdrawn since when it is not ours any more
 */
public record OpenCopy(
        long id, long bibId, int version, CopyForm form, ItemCondition condition, Optional<LocalDate> withdrawn) {}
