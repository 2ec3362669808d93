/** Tests of what lending stores. */
@NullMarked
package org.carrel.circulation.store;

import org.jspecify.annotations.NullMarked;
