/** Tests of testing days. */
@NullMarked
package org.carrel.testing;

import org.jspecify.annotations.NullMarked;
