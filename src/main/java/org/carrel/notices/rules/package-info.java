/** Who is written to, when, by which way and in which words. */
@NullMarked
package org.carrel.notices.rules;

import org.jspecify.annotations.NullMarked;
