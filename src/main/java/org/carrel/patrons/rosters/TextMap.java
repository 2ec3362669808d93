package org.carrel.patrons.rosters;

/** Numbers by texts, which are kept as their {@link Hash}. No number is negative: {@link LongMap#NONE} stands for none. */
final class TextMap {
    private final LongMap hashes = new LongMap();

    /** The number before, which stays. */
    long putIfAbsent(String text, long number) {
        return hashes.putIfAbsent(Hash.of(text), number);
    }

    void put(String text, long number) {
        hashes.put(Hash.of(text), number);
    }

    long get(String text) {
        return hashes.get(Hash.of(text));
    }

    boolean contains(String text) {
        return get(text) != LongMap.NONE;
    }
}
