package org.carrel.lists;

import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.platform.Door;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** A list belongs to its school and to who has made it. */
@Door
public class ReadingListOwners implements Owners {
    private final ReadingLists lists;

    @Inject
    public ReadingListOwners(ReadingLists lists) {
        this.lists = lists;
    }

    @Override
    public Thing thing() {
        return Thing.READING_LIST;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return lists.find(number).map(ReadingList::owner);
    }
}
