package org.carrel.security;

import java.util.Optional;
import org.carrel.security.rules.RoleMatrix;

/** What a role allows, for doors whose one method serves several roles in different ways. */
public final class Roles {
    private Roles() {}

    /** Whether the role allows it for anything at all. */
    public static boolean may(Caller caller, Operation operation) {
        return RoleMatrix.may(Optional.of(caller), operation);
    }
}
