package org.carrel.patrons;

/**
 * How to reach a person.
 *
 * @param patron the one who has everything, where two were merged
 * @param name as it is spoken
 * @param sortedName family name first
 * @param email the person's own; empty where none is known
 * @param emailIsShared somebody else has this address too: brothers and sisters, or a guardian
 * @param guardianEmailIsShared it is the own address of somebody who borrows, an older brother perhaps
 * @param homeroom empty where none is known
 * @param active false: the person has left
 */
public record PatronContact(
        long patron,
        String name,
        String sortedName,
        String email,
        boolean emailIsShared,
        String guardianName,
        String guardianEmail,
        boolean guardianEmailIsShared,
        PatronCategory category,
        String homeroom,
        boolean active) {}
