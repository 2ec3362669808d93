package org.carrel.testing;

import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.platform.Door;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** A testing window belongs to its site. */
@Door
public class TestWindowOwners implements Owners {
    private final TestWindows windows;

    @Inject
    public TestWindowOwners(TestWindows windows) {
        this.windows = windows;
    }

    @Override
    public Thing thing() {
        return Thing.TESTING_WINDOW;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return windows.siteOf(number).map(Owner::site);
    }
}
