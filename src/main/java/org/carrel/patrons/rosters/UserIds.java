package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.List;
import org.carrel.patrons.rosters.Roster.User;

/** Whose ids can be in enrolments: who is here or comes with this roster. Guardians are in no class. */
final class UserIds {
    private static final int AT_ONCE = 500;

    private final Known known;
    private final TextMap keys = new TextMap();
    private final LongSet inFile = new LongSet();
    private final TextSet coming = new TextSet();
    private boolean strangers;

    /** Knows who is here. */
    UserIds(Known known) {
        this.known = known;
        known.eachKey(keys::put);
    }

    /** To be called with all users of the file. */
    void take(User user) {
        var person = keys.get(user.sourcedId());
        if (person != LongMap.NONE) inFile.add(person);
        else strangers = strangers || isBorrower(user);
    }

    /** Who has an id in the file. */
    LongSet inFile() {
        return inFile;
    }

    /** To be called when all users were taken: whose number leaves a doubt does not come. */
    void findWhoComes(Roster roster) {
        if (!strangers) return;
        var some = new ArrayList<User>();
        roster.users(user -> {
            if (keys.contains(user.sourcedId()) || !isBorrower(user)) return;
            some.add(user);
            if (some.size() == AT_ONCE) come(some);
        });
        come(some);
    }

    private void come(List<User> users) {
        if (users.isEmpty()) return;
        var lookup = new PersonLookup(known.about(users), inFile);
        for (var user : users) {
            if (!(lookup.find(user, user.facts()) instanceof PersonLookup.Answer.Doubt)) coming.add(user.sourcedId());
        }
        users.clear();
    }

    boolean contains(String id) {
        return keys.contains(id) || coming.contains(id);
    }

    private static boolean isBorrower(User user) {
        return !user.contact() && !user.isRefused() && !user.deleted();
    }
}
