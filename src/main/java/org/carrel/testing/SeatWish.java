package org.carrel.testing;

/**
 * What else is wanted with two scans.
 *
 * @param why a device is swapped; empty: it is not meant to be
 * @param add whether the student is put on the list of the room first
 */
public record SeatWish(String why, boolean add) {
    public static final SeatWish PLAIN = new SeatWish("", false);

    public static SeatWish swap(String why) {
        return new SeatWish(why, false);
    }
}
