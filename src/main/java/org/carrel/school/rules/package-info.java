/** How days, hours and the lines of a calendar are read and checked. */
@NullMarked
package org.carrel.school.rules;

import org.jspecify.annotations.NullMarked;
