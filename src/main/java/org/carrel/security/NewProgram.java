package org.carrel.security;

import java.time.Duration;

/**
 * A program that an administrator lets in.
 *
 * @param site code of its school
 * @param life for how long its token holds
 */
public record NewProgram(String name, Role role, String site, Duration life) {}
