package org.carrel.notices;

import java.io.Serializable;

/** A notice in its words, for one reader. */
public record NoticeLetter(String subject, String body) implements Serializable {}
