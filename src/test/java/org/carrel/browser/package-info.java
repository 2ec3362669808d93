/** The running product, seen by a browser and by raw HTTP. */
@NullMarked
package org.carrel.browser;

import org.jspecify.annotations.NullMarked;
