package org.carrel.catalog.rules;

import org.carrel.catalog.BibRecord;

/** A record that shares a key with an incoming one. */
public record Candidate(long id, BibRecord record) {}
