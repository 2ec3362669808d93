/** Tests of lending. */
@NullMarked
package org.carrel.circulation;

import org.jspecify.annotations.NullMarked;
