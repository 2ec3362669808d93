/** Tests of what an older Java must be able to start. */
@NullMarked
package org.carrel.boot;

import org.jspecify.annotations.NullMarked;
