package org.carrel.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The pictures that a topic can have: symbols of {@code icons.svg}. */
public enum TopicPicture {
    ANIMALS,
    PETS,
    HORSES,
    OCEAN,
    INSECTS,
    PLANTS,
    SPACE,
    SCIENCE,
    WEATHER,
    MATH,
    ROBOTS,
    CARS,
    TRAINS,
    BUILDING,
    SPORTS,
    ART,
    MUSIC,
    COOKING,
    WORLD,
    HISTORY,
    LIVES,
    FAMILY,
    FRIENDS,
    FEELINGS,
    SCHOOL,
    HOLIDAYS,
    FANTASY,
    SCARY,
    MYSTERY,
    FUNNY,
    POEMS,
    GRAPHIC_NOVELS,
    SPANISH,
    FILMS,
    LISTENING,
    PRIZES,
    NEW,
    BOOKS;

    /** Name of the symbol. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TopicPicture> find(String key) {
        return Arrays.stream(values())
                .filter(picture -> picture.key().equals(key))
                .findFirst();
    }
}
