/** What is said and drawn on labels, and where: pure. */
@NullMarked
package org.carrel.labels.rules;

import org.jspecify.annotations.NullMarked;
