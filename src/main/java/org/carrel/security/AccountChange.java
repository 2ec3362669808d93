package org.carrel.security;

import java.util.Optional;

/**
 * What an administrator says about an account.
 *
 * @param username as typed
 * @param site code of a site; empty: all sites
 */
public record AccountChange(String username, String displayName, Role role, Optional<String> site) {}
