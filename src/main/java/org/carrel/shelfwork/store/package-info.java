/** The tables of shelf work. */
@NullMarked
package org.carrel.shelfwork.store;

import org.jspecify.annotations.NullMarked;
