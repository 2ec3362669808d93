package org.carrel.school;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;

/**
 * What a site starts with.
 *
 * @param site checked already
 */
public record SchoolPlan(SiteDraft site, Map<DayOfWeek, DayHours> week, List<Term> terms, List<Closure> closures) {
    public SchoolPlan {
        week = Map.copyOf(week);
        terms = List.copyOf(terms);
        closures = List.copyOf(closures);
    }
}
