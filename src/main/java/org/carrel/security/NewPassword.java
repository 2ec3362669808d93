package org.carrel.security;

/** A password that somebody has chosen, typed twice. */
public record NewPassword(String first, String again) {
    /** In characters (ASVS 5.0 V6.2). */
    public static final int SHORTEST = 12;

    /** In characters; longer ones would only keep the server busy. */
    public static final int LONGEST = 200;
}
