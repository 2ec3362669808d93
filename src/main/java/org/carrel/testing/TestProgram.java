package org.carrel.testing;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * What tests are taken with.
 *
 * @param checks what is looked at on each device, those that are in use, in order
 */
public record TestProgram(int id, String name, boolean retired, List<Check> checks) implements Serializable {
    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_CHECK = 80;
    public static final int MOST_DAYS = 400;

    /**
     * One look at a device.
     *
     * @param nameEs empty: as in English
     * @param days for so long it holds, from 1 to {@link #MOST_DAYS}
     */
    public record Check(int id, String nameEn, String nameEs, int days) implements Serializable {
        public String name(Locale locale) {
            return "es".equals(locale.getLanguage()) && !nameEs.isEmpty() ? nameEs : nameEn;
        }
    }

    public TestProgram {
        checks = List.copyOf(checks);
    }
}
