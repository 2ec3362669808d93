package org.carrel.testing;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Door;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** A room in a test belongs to its site, and of its proctors to the one who asks. */
@Door
public class TestRoomOwners implements Owners {
    private final TestRooms rooms;
    private final CurrentCaller caller;

    @Inject
    public TestRoomOwners(TestRooms rooms, CurrentCaller caller) {
        this.rooms = rooms;
        this.caller = caller;
    }

    @Override
    public Thing thing() {
        return Thing.TESTING_ROOM;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        var account = caller.get().map(by -> OptionalLong.of(by.account())).orElse(OptionalLong.empty());
        return rooms.siteOf(number).map(site -> {
            var own = account.isPresent() && rooms.isProctor(number, account.getAsLong());
            return new Owner(Optional.of(site), own ? account : OptionalLong.empty());
        });
    }
}
