/**
 * What is written to people about loans and holds: {@link org.carrel.notices.Notices} takes it in the transaction of who lends,
 * {@link org.carrel.notices.DailyNotices} writes what a day brings, {@link org.carrel.notices.Outbox} sends it,
 * {@link org.carrel.notices.NoticeDesk} shows what waits and prints, {@link org.carrel.notices.NoticeTexts} keeps the words.
 *
 * <pre>notices.queue(connection, NoticeWish.holdReady(site, patron, hold, clock.instant().plusSeconds(60)))</pre>
 */
@NullMarked
package org.carrel.notices;

import org.jspecify.annotations.NullMarked;
