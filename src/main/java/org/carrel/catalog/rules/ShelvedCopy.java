package org.carrel.catalog.rules;

import org.carrel.catalog.CallNumber;

/**
 * A copy by where it stands.
 *
 * @param location 0 when it has none; {@code locationName} then is empty
 */
public record ShelvedCopy(long id, int location, String locationName, CallNumber callNumber, String shelfKey) {}
