package org.carrel.platform;

import java.util.Set;

/**
 * Who is let in from where.
 *
 * @param proxies addresses of the web servers in front of Carrel, as Java writes them
 * @param staffOnOwnMachine whether staff pages answer only to somebody at the server itself
 * @param badgeWithPin whether a badge unlocks a desk only together with the PIN
 */
public record AccessSettings(Set<String> proxies, boolean staffOnOwnMachine, boolean badgeWithPin) {
    public AccessSettings {
        proxies = Set.copyOf(proxies);
    }
}
