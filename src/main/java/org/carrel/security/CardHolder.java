package org.carrel.security;

import java.util.List;
import java.util.Optional;

/**
 * Whose card it is.
 *
 * @param patron number of the person
 * @param screenName what a screen may show: first name and the first letter of the last, {@code Zoë K.}
 * @param name the whole name, for staff
 * @param site code of the person's school; empty when none is known
 * @param numbers what the person's cards show
 */
public record CardHolder(long patron, String screenName, String name, Optional<String> site, List<String> numbers) {
    public CardHolder {
        numbers = List.copyOf(numbers);
    }
}
