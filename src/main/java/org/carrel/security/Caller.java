package org.carrel.security;

import java.util.Optional;
import org.carrel.security.rules.RoleMatrix;

/**
 * Somebody who is signed in.
 *
 * @param account number of the account
 * @param site code of the only site the account is for; empty: all sites
 */
public record Caller(long account, String username, String displayName, Role role, Optional<String> site) {
    /** Whether the role allows it for things of this owner. */
    public boolean may(Operation operation, Owner owner) {
        return RoleMatrix.may(this, operation, owner);
    }

    /** Whether things of this site are within reach of an account that reaches its own site. */
    public boolean isOf(String siteCode) {
        return site.isEmpty() || site.get().equalsIgnoreCase(siteCode);
    }
}
