package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;

/**
 * Who used a device last, as a console says. That is not who has it.
 *
 * @param name a user name or an address, which need not be of anybody we know
 * @param since from when on every import named the same
 * @param seen when the console saw it last
 */
public record LastUser(MdmSource source, String name, Instant since, Instant seen) implements Serializable {}
