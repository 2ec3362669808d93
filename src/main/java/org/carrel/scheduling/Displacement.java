package org.carrel.scheduling;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What tests would push out (B-29).
 *
 * @param unfit what cannot be had even so
 * @param out sessions that would go, in the order of their times
 */
public record Displacement(List<Unfit> unfit, List<Pushed> out) implements Serializable {
    /** @param reasons at least one */
    public record Unfit(SessionWish wish, List<PartReason> reasons) implements Serializable {
        public Unfit {
            reasons = List.copyOf(reasons);
        }
    }

    /** @param instead the nearest times at which all of it can be had, at most three; none for what is past */
    public record Pushed(ClassSession session, List<SessionWish> instead) implements Serializable {
        public Pushed {
            instead = List.copyOf(instead);
        }
    }

    public Displacement {
        unfit = List.copyOf(unfit);
        out = List.copyOf(out);
    }

    /** Numbers of the sessions that would go. */
    public Set<Long> sessions() {
        return out.stream().map(pushed -> pushed.session().id()).collect(Collectors.toUnmodifiableSet());
    }
}
