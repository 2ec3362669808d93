/** Shelf work as pure functions. */
@NullMarked
package org.carrel.shelfwork.rules;

import org.jspecify.annotations.NullMarked;
