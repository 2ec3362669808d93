/** Pure rules of who is let in. */
@NullMarked
package org.carrel.security.rules;

import org.jspecify.annotations.NullMarked;
