package org.carrel.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.carrel.security.Sessions.Session;
import org.carrel.security.rules.RoleMatrix;

/** Who has sent this request. */
@RequestScoped
public class CurrentCaller {
    private Optional<Session> session = Optional.empty();

    /** Empty when nobody is signed in. */
    public Optional<Caller> get() {
        return session.map(Session::caller);
    }

    /** For what only somebody who is signed in can reach. */
    public Caller required() {
        return get().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    /** Whether the password was shown a short while ago. */
    public boolean isProven() {
        return session.filter(Session::proven).isPresent();
    }

    /** Whether the role allows it for anything at all. */
    public boolean may(Operation operation) {
        return RoleMatrix.may(get(), operation);
    }

    /** Whether the role allows it for things of this owner. */
    public boolean may(Operation operation, Owner owner) {
        return get().filter(caller -> RoleMatrix.may(caller, operation, owner)).isPresent();
    }

    /** Called by the one who looked at the request's cookie, and nobody else. */
    public void is(Session known) {
        session = Optional.of(known);
    }
}
