/** Lists and covers in the database. */
@NullMarked
package org.carrel.lists.store;

import org.jspecify.annotations.NullMarked;
