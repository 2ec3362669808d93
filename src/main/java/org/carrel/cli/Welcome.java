package org.carrel.cli;

import java.io.PrintWriter;
import org.carrel.platform.Settings;

/** The one block that {@code serve} prints when everything answers. */
final class Welcome {
    private Welcome() {}

    static void print(Settings settings, PrintWriter screen) {
        screen.printf(
                """

                %s is open: %s
                  Try      search for a title, an author, an ISBN or a barcode
                  Data     %s
                  Stop     Ctrl-C

                """,
                settings.school().name(),
                settings.http().baseUrl(),
                settings.home().root());
        screen.flush();
    }
}
