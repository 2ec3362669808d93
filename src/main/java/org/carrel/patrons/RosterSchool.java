package org.carrel.patrons;

import java.io.Serializable;

/**
 * A school as a roster has it.
 *
 * @param site code of the site that it is; empty when it is none of ours
 */
public record RosterSchool(String sourcedId, String name, String site) implements Serializable {}
