/** Tables of testing days. */
@NullMarked
package org.carrel.testing.store;

import org.jspecify.annotations.NullMarked;
