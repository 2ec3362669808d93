/** Tables of what class sessions use. */
@NullMarked
package org.carrel.sessions.store;

import org.jspecify.annotations.NullMarked;
