/** Tests of shelf work. */
@NullMarked
package org.carrel.shelfwork;

import org.jspecify.annotations.NullMarked;
