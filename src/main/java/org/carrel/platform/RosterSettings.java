package org.carrel.platform;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;

/**
 * @param folder in which rosters are laid down; empty: none is watched
 * @param source where the rosters in it come from, by name
 * @param time of day at which it is looked at; empty: whenever a file comes
 */
public record RosterSettings(Optional<Path> folder, String source, Optional<LocalTime> time) {}
