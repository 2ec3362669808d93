/** What is ready, who may sit where, and what is not to be kept, as pure functions. */
@NullMarked
package org.carrel.testing.rules;

import org.jspecify.annotations.NullMarked;
