/** Shared values, typed configuration, the database. Knows no feature. */
@NullMarked
package org.carrel.platform;

import org.jspecify.annotations.NullMarked;
