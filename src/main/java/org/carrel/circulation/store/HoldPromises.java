package org.carrel.circulation.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carrel.platform.Utc;

/** What holds for holds, their queues, copies that are set aside and copies on their way (rules Z1, H2 to H7, C5; I2, I5). */
final class HoldPromises {
    /** The job that forgets looks once a minute. */
    private static final Duration LATE = Duration.ofMinutes(15);

    private HoldPromises() {}

    static List<Promise> all(Instant now) {
        return List.of(
                new Promise(
                        "Hold %s waits for the same as another one of the same person. Cancel one of them.",
                        "select max(id) from hold where state = 'open' group by patron_id, bib_id, item_id having count(*) > 1"),
                new Promise(
                        "Hold %s waits in a queue that cannot be locked. Cancel it and place it again.",
                        "select h.id from hold h left join hold_queue q on q.bib_id = h.bib_id "
                                + "where h.state = 'open' and (q.bib_id is null or h.place < 1)"),
                new Promise(
                        "Hold %s has the same place in its queue as another one. Move one of them on the title’s page of holds.",
                        // One that was taken back into the queue may have met another at its place: then the older goes
                        // first.
                        "select max(h.id) from hold h where h.state = 'open' and not exists (select 1 from hold o join "
                                + "hold_event e on e.hold_id = o.id and e.kind = 'reopened' where o.bib_id = h.bib_id) "
                                + "group by h.bib_id, h.place having count(*) > 1"),
                new Promise(
                        "Hold %s has got all its copies and is still open. Cancel it.",
                        "select h.id from hold h where h.state = 'open' and h.quantity <= (select count(*) from held_copy c "
                                + "where c.hold_id = h.id and c.state = 'filled')"),
                new Promise(
                        "Hold %s does not have the history that goes with it: one beginning, and its end. Compare it with the "
                                + "last backup.",
                        """
                        select h.id from hold h left join (select hold_id, sum(kind = 'placed') placed,
                            sum(kind = 'filled') filled, sum(kind = 'cancelled') cancelled, sum(kind = 'expired') expired
                            from hold_event group by hold_id) e on e.hold_id = h.id
                        where coalesce(e.placed, 0) <> 1 or (h.state = 'filled' and e.filled = 0)
                            or (h.state = 'cancelled' and e.cancelled = 0) or (h.state = 'expired' and e.expired = 0)
                        """),
                new Promise(
                        "Hold %s is neither wholly open nor wholly over. Cancel it and place it again.",
                        "select id from hold where (state = 'open') <> (ended_at is null) "
                                + "or (state = 'open') <> (ended_why is null) or (state = 'open' and patron_id is null)"),
                new Promise(
                        "Copy %s is set aside for more than one hold. Scan it at the desk.",
                        "select item_id from held_copy where state in ('in_transit', 'ready') "
                                + "group by item_id having count(*) > 1"),
                new Promise(
                        "Copy %s is set aside for a hold on another title. Scan it at the desk.",
                        "select c.item_id from held_copy c join hold h on h.id = c.hold_id and h.state = 'open' "
                                + "left join item i on i.id = c.item_id where c.set_aside is not null "
                                + "and not (i.bib_id <=> h.bib_id)"),
                new Promise(
                        "Copy %s is lent, and is set aside on a hold shelf too. Check it in.",
                        "select c.item_id from held_copy c join loan l on l.item_id = c.item_id and l.ended is null "
                                + "where c.state in ('in_transit', 'ready')"),
                new Promise(
                        "Copy %s is lent, and is on its way between schools too. Check it in.",
                        "select t.item_id from item_transfer t join loan l on l.item_id = t.item_id and l.ended is null "
                                + "where t.ended is null"),
                new Promise(
                        "Copy %s is on its way to more than one school. Scan it where it is.",
                        "select item_id from item_transfer where ended is null group by item_id having count(*) > 1"),
                new Promise(
                        "Copy %s is set aside at a school to which it is not on its way. Scan it where it is.",
                        "select c.item_id from held_copy c left join item_transfer t on t.item_id = c.item_id and t.ended is "
                                + "null where (c.state = 'in_transit' and not (t.to_site_id <=> c.site_id)) "
                                + "or (c.state = 'ready' and t.id is not null)"),
                new Promise(
                        "Hold %s is over, but whose it was is still known. Start the server: it forgets it within a minute.",
                        "select id from hold where state <> 'open' and patron_id is not null "
                                + "and (forget_at is null or forget_at < ?)",
                        Utc.of(now.minus(LATE))));
    }
}
