/** All SQL about what the librarian says about searching, and about what was searched for. */
@NullMarked
package org.carrel.search.store;

import org.jspecify.annotations.NullMarked;
