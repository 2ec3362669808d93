package org.carrel.security;

/**
 * Where somebody tries to sign in.
 *
 * @param address of the browser, in figures
 * @param browser token of a browser that somebody has signed in from; empty when it has none
 * @param session token of the session that was open there; empty when none was
 */
public record SignInFrom(String address, String browser, String session) {}
