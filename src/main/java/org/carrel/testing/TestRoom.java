package org.carrel.testing;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import org.carrel.scheduling.TimeSpan;

/**
 * A room in a test, on one day.
 *
 * @param session number of the class session by which it is taken
 * @param nameEs empty: as in English
 * @param live whether the day was not called off
 * @param proctors how many there are
 * @param students how many there are
 * @param seated how many of them sit at a device
 */
public record TestRoom(
        long id,
        long window,
        String windowName,
        int program,
        String programName,
        String site,
        long session,
        long resource,
        String nameEn,
        String nameEs,
        LocalDate day,
        TimeSpan span,
        boolean live,
        int proctors,
        int students,
        int seated)
        implements Serializable {
    public String name(Locale locale) {
        return "es".equals(locale.getLanguage()) && !nameEs.isEmpty() ? nameEs : nameEn;
    }
}
