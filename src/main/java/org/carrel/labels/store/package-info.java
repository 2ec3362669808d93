/** Tables of labels. */
@NullMarked
package org.carrel.labels.store;

import org.jspecify.annotations.NullMarked;
