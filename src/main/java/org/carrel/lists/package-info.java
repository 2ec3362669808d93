/**
 * {@link org.carrel.lists.ReadingLists}: titles and places on the web that somebody has put together, for a class or for everybody, and
 * {@link org.carrel.lists.Covers}: pictures of covers. A list says what there is, never who reads it.
 */
@NullMarked
package org.carrel.lists;

import org.jspecify.annotations.NullMarked;
