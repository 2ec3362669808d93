/** Labels for copies: which are wanted, and the pages on which they are printed. */
@NullMarked
package org.carrel.labels;

import org.jspecify.annotations.NullMarked;
