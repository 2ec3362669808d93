/** Labels as pages. The only place that knows the library that writes them. */
@NullMarked
package org.carrel.labels.pdf;

import org.jspecify.annotations.NullMarked;
