package org.carrel.scheduling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a teacher booked last time is what the next form begins with. */
public final class UsualPack {
    private UsualPack() {}

    /**
     * The session to take after: the last one in this period, as classes have the same periods, or the last one at all.
     *
     * @param latest newest first
     * @param period empty: any
     */
    public static Optional<ClassSession> of(List<ClassSession> latest, OptionalInt period) {
        return latest.stream()
                .filter(session -> period.isPresent() && session.first() == period.getAsInt())
                .findFirst()
                .or(() -> latest.stream().findFirst());
    }

    /** The last one of this class. @param className as sessions have it */
    public static Optional<ClassSession> ofClass(List<ClassSession> latest, String className) {
        return latest.stream()
                .filter(session -> session.about().className().equalsIgnoreCase(className))
                .findFirst();
    }

    /**
     * The same things again, as far as they can still be booked; as many for each head as before.
     *
     * @param heads how many students come now
     * @param known of the site, by number
     */
    public static List<PartWish> parts(ClassSession last, int heads, Map<Long, BookingResource> known) {
        return last.parts().stream()
                .filter(part -> Optional.ofNullable(known.get(part.resource()))
                        .filter(resource -> !resource.retired())
                        .isPresent())
                .map(part -> {
                    var forAll = part.quantity() == last.about().heads() && heads > 0;
                    return new PartWish(part.resource(), forAll ? heads : part.quantity(), part.alone());
                })
                .toList();
    }
}
