package org.carrel.patrons.rosters;

/** Which texts there were: by their {@link Hash}, so that a hundred thousand need a megabyte. */
final class TextSet {
    private final LongSet hashes = new LongSet();

    /** False when it was there. */
    boolean add(String text) {
        return hashes.add(Hash.of(text));
    }

    boolean contains(String text) {
        return hashes.contains(Hash.of(text));
    }

    boolean isEmpty() {
        return hashes.isEmpty();
    }
}
