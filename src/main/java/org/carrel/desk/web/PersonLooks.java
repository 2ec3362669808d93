package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.carrel.patrons.Patron;
import org.carrel.privacy.PersonViews;
import org.carrel.security.CurrentCaller;

/** Keeps who has looked at whom (PR-5). */
@RequestScoped
public class PersonLooks {
    @Inject
    PersonViews views;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    /** Of whoever is signed in, now. */
    public void at(Patron patron) {
        views.looked(caller.required(), patron.id(), words.text("person.looked"));
    }
}
