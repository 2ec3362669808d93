/** All SQL about lending. */
@NullMarked
package org.carrel.circulation.store;

import org.jspecify.annotations.NullMarked;
