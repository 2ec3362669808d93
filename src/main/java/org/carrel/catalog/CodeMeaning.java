package org.carrel.catalog;

import java.io.Serializable;

/**
 * One code of a MARC 21 table and what it means.
 *
 * @param code as it stands in a record: a blank is a space
 */
public record CodeMeaning(String code, Wording meaning) implements Serializable {}
