/** Tables of class sessions and of the school's own time. */
@NullMarked
package org.carrel.scheduling.store;

import org.jspecify.annotations.NullMarked;
