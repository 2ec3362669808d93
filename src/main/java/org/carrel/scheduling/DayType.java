package org.carrel.scheduling;

import java.io.Serializable;

/**
 * A kind of school day, as an A day or an early release. Which date is which is written in the calendar and never computed: a week of
 * holidays would turn every count around (B-27).
 *
 * @param code as files and people have it: A, B, EARLY; capitals, not empty
 * @param nameEn shown in English
 * @param nameEs shown in Spanish; empty: as in English
 * @param school whether there is school on such a day
 */
public record DayType(long id, String code, String nameEn, String nameEs, boolean school) implements Serializable {
    /** Longest code, in characters. */
    public static final int MAX_CODE = 12;

    /** Longest name, in characters. */
    public static final int MAX_NAME = 60;
}
