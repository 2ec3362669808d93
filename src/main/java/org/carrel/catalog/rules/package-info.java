/** The rules of cataloging as pure functions: what a MARC record says, where a copy stands, which records are the same. */
@NullMarked
package org.carrel.catalog.rules;

import org.jspecify.annotations.NullMarked;
