package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import org.carrel.patrons.Patron;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.CurrentCaller;

/** Keeps who has looked at whom (PR-5). */
@RequestScoped
public class PersonLooks {
    private static final String VIEWED = "person_viewed";

    @Inject
    AuditTrail audit;

    @Inject
    CurrentCaller caller;

    /** Of whoever is signed in, now. */
    public void at(Patron patron) {
        audit.add(OptionalLong.of(caller.required().account()), VIEWED, new Subject("patron", patron.id()));
    }
}
