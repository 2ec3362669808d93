/** What class sessions use, as pure functions. */
@NullMarked
package org.carrel.sessions.rules;

import org.jspecify.annotations.NullMarked;
