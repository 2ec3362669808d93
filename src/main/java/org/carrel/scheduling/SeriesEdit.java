package org.carrel.scheduling;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** What is to be different; what is empty stays. @param parts at least one where there are some */
public record SeriesEdit(
        Optional<SeriesWish.Periods> periods, Optional<SessionFacts> about, Optional<List<PartWish>> parts)
        implements Serializable {
    /** Whether it is about when or with what a session is held. */
    public boolean moves() {
        return periods.isPresent() || parts.isPresent();
    }

    SessionWish of(SessionWish wish, boolean exception) {
        var after = about.map(facts -> new SessionWish(
                        wish.site(),
                        wish.day(),
                        wish.first(),
                        wish.last(),
                        wish.teacher(),
                        facts,
                        wish.parts(),
                        wish.request()))
                .orElse(wish);
        if (exception) return after;
        var timed = periods.map(other -> after.at(after.day(), other.first(), other.last()))
                .orElse(after);
        return parts.map(timed::with).orElse(timed);
    }
}
