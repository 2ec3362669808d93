package org.carrel.cli;

import java.io.PrintWriter;
import org.carrel.platform.Settings;

/** The one block that {@code serve} prints when everything answers. */
final class Welcome {
    private Welcome() {}

    static void print(Settings settings, FirstSignIn signIn, PrintWriter screen) {
        screen.printf("""

                %s is open: %s
                  Try      search for a title, an author, an ISBN or a barcode
                """, settings.school().name(), settings.http().baseUrl());
        signIn.demo()
                .ifPresent(demo -> screen.printf(
                        """
                          Staff    %s/desk
                                   sample school only: %s
                                   password of each of them until the next start: %s
                        """, settings.http().baseUrl(), String.join(", ", demo.usernames()), demo.password()));
        signIn.setupCode().ifPresent(code -> screen.printf("""
                          Staff    make the first account at %s/setup
                                   setup code, for one hour: %s
                        """, settings.http().baseUrl(), code));
        screen.printf("""
                  Data     %s
                  Stop     Ctrl-C

                """, settings.home().root());
        screen.flush();
    }
}
