package org.carrel.scheduling;

import java.io.Serializable;
import java.util.OptionalLong;

/**
 * Whose sessions they are.
 *
 * @param account by which they sign in; empty when they never did
 * @param patron in the roster; empty when they are not in it
 * @param name empty when neither is there any more
 */
public record SessionTeacher(long id, OptionalLong account, OptionalLong patron, String name) implements Serializable {}
