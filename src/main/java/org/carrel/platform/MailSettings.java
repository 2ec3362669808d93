package org.carrel.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The mail server that takes our mail.
 *
 * @param encrypted nothing is sent in the clear
 * @param user empty where the server asks for nobody's name
 * @param passwordFile whose first line is the password
 * @param from the address of the envelope, and of letters of sites without one of their own
 * @param admins who gets notes about the program; may be empty
 * @param perMinute at most so many letters, of all nodes together
 */
public record MailSettings(
        String host,
        int port,
        boolean encrypted,
        String user,
        Optional<Path> passwordFile,
        String from,
        List<String> admins,
        int perMinute) {
    /** The port on which a connection is encrypted from its first byte. */
    public static final int TLS_PORT = 465;

    public MailSettings {
        admins = List.copyOf(admins);
    }
}
