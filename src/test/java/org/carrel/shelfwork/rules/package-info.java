/** Tests of the rules of shelf work. */
@NullMarked
package org.carrel.shelfwork.rules;

import org.jspecify.annotations.NullMarked;
