/** All SQL about sites' settings and calendars. */
@NullMarked
package org.carrel.school.store;

import org.jspecify.annotations.NullMarked;
