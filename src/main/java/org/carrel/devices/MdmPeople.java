package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.carrel.devices.store.MdmPeopleStore;
import org.carrel.patrons.PeopleByLogin;
import org.carrel.patrons.PropertyOut;
import org.carrel.platform.Door;

/** What exports say of a person goes with the person. */
@Door
public class MdmPeople implements PropertyOut {
    private final PeopleByLogin people;
    private final MdmPeopleStore store = new MdmPeopleStore();

    @Inject
    public MdmPeople(PeopleByLogin people) {
        this.people = people;
    }

    /** Loans say who has a device; this only says who used it. */
    @Override
    public boolean isWith(Connection connection, long patron) {
        return false;
    }

    @Override
    public void forget(Connection connection, long patron) throws SQLException {
        store.forget(connection, patron, people.loginsOf(connection, patron));
    }
}
