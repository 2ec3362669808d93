package org.carrel.scheduling;

import java.io.Serializable;
import java.util.OptionalLong;

/**
 * Somebody whom a session concerns: its teacher, or a person who is a part of it.
 *
 * @param patron in the roster; empty when they are not in it
 * @param account by which they sign in; empty when they never did
 * @param mail their user name, where that is a mail address; else empty
 * @param wanted they want letters about sessions
 */
public record SessionReader(OptionalLong patron, OptionalLong account, String name, String mail, boolean wanted)
        implements Serializable {}
