/** Tests of the rules of testing days. */
@NullMarked
package org.carrel.testing.rules;

import org.jspecify.annotations.NullMarked;
