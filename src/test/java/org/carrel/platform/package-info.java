/** Tests of shared values, typed configuration and the database. */
@NullMarked
package org.carrel.platform;

import org.jspecify.annotations.NullMarked;
