package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The roles that OneRoster 1.2 has in a file of their own: many people, and few different ones. */
final class UserRoles {
    private final TextMap ofUsers = new TextMap();
    private final List<Role> roles = new ArrayList<>();
    private final Map<Role, Integer> numbers = new HashMap<>();

    /** @param schools of all roles of the person; that of the primary role is the first */
    record Role(String role, List<String> schools) {}

    void add(String user, String role, String school, boolean primary) {
        var now = new Role(role, List.of(school));
        ofUsers.put(
                user, number(of(user).map(before -> both(before, now, primary)).orElse(now)));
    }

    Optional<Role> of(String user) {
        var number = ofUsers.get(user);
        return number == LongMap.NONE ? Optional.empty() : Optional.of(roles.get((int) number));
    }

    private static Role both(Role before, Role now, boolean primary) {
        var schools = new ArrayList<>(primary ? now.schools() : before.schools());
        schools.addAll(primary ? before.schools() : now.schools());
        return new Role(primary ? now.role() : before.role(), schools);
    }

    private int number(Role role) {
        return numbers.computeIfAbsent(role, added -> {
            roles.add(added);
            return roles.size() - 1;
        });
    }
}
