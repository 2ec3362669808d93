package org.carrel.security;

/** What came of the wish for a program. */
public sealed interface ProgramMade {
    /** @param token to be shown once: nobody ever knows it again */
    record Done(String name, String token) implements ProgramMade {}

    record Refused(Problem problem) implements ProgramMade {}

    /** The sentences stand under {@code programProblem.NAME}. */
    enum Problem {
        BAD_NAME,
        BAD_ROLE,
        BAD_SITE,
        BAD_LIFE
    }
}
