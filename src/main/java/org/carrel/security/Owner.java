package org.carrel.security;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * To whom a thing belongs.
 *
 * @param site code of its site; empty: to all sites together
 * @param account the account that it belongs to, for things that belong to a person
 */
public record Owner(Optional<String> site, OptionalLong account) {
    public static Owner site(String code) {
        return new Owner(Optional.of(code), OptionalLong.empty());
    }
}
