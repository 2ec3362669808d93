package org.carrel.scheduling.rules;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.ResourceProblem;

/** What a resource must be to be kept. */
public final class ResourceRules {
    private static final int LONGEST_NAME = 60;
    private static final int MOST_CLASSES = 20;
    private static final int MOST_SEATS = 9999;
    private static final Duration LONGEST = Duration.ofMinutes(600);

    private ResourceRules() {}

    /** @param others of the same site, the one that is meant among them or not */
    public static Set<ResourceProblem> problems(BookingResource resource, Collection<BookingResource> others) {
        var problems = EnumSet.noneOf(ResourceProblem.class);
        if (resource.nameEn().isBlank()
                || resource.nameEn().length() > LONGEST_NAME
                || resource.nameEs().length() > LONGEST_NAME) problems.add(ResourceProblem.NO_NAME);
        if (others.stream()
                .anyMatch(other -> other.id() != resource.id() && other.nameEn().equalsIgnoreCase(resource.nameEn())))
            problems.add(ResourceProblem.NAME_TAKEN);
        if (resource.classes() < 1 || resource.classes() > MOST_CLASSES) problems.add(ResourceProblem.CLASSES);
        if (resource.seats().isPresent()
                && (resource.seats().getAsInt() < 1 || resource.seats().getAsInt() > MOST_SEATS))
            problems.add(ResourceProblem.SEATS);
        if (isOutside(resource.before()) || isOutside(resource.after())) problems.add(ResourceProblem.MINUTES);
        var sameDevice = resource.device().isPresent()
                && others.stream()
                        .filter(other -> !other.retired())
                        .anyMatch(other ->
                                other.id() != resource.id() && other.device().equals(resource.device()));
        if (sameDevice) problems.add(ResourceProblem.DEVICE);
        return problems;
    }

    private static boolean isOutside(Duration time) {
        return time.isNegative() || time.compareTo(LONGEST) > 0;
    }
}
