package org.carrel.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A variable data field: two indicators and subfields in file order, empty ones included. */
public record DataField(String tag, char ind1, char ind2, List<Subfield> subfields) implements MarcField {
    public DataField {
        subfields = List.copyOf(subfields);
    }

    /** The first subfield with this code that is not blank. */
    public Optional<String> first(char code) {
        for (var subfield : subfields) {
            if (subfield.code() == code && !subfield.data().isBlank()) return Optional.of(subfield.data());
        }
        return Optional.empty();
    }

    /** The data of every subfield with this code, in order. */
    public Stream<String> all(char code) {
        return subfields.stream().filter(subfield -> subfield.code() == code).map(Subfield::data);
    }
}
