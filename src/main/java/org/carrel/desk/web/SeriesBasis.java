package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.WishJson;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** What a series is made from, or somebody waits for: a session that there is, or a wish that the form of bookings sends along. */
@RequestScoped
public class SeriesBasis {
    @Inject
    Bookings bookings;

    @Inject
    CurrentCaller caller;

    /** Empty when there is neither, within reach. */
    Optional<SessionWish> of(FormTexts texts) {
        var session = FormTexts.number(texts.get("session"));
        if (session > 0)
            return bookings.find(session)
                    .filter(known -> caller.required()
                            .may(
                                    Operation.BOOK_SESSION,
                                    new Owner(
                                            Optional.of(known.site()),
                                            known.teacher().account())))
                    .map(known -> known.wish(UUID.randomUUID()));
        return wish(texts.get("wish")).filter(wish -> caller.required().isOf(wish.site()));
    }

    /** Whatever is wrong with a text that no form of ours has sent, it is no wish. */
    private static Optional<SessionWish> wish(String text) {
        if (text.isEmpty()) return Optional.empty();
        try {
            return Optional.of(WishJson.read(text));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
