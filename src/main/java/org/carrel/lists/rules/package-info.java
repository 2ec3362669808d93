/** What a list and an address on the web must be. Pure. */
@NullMarked
package org.carrel.lists.rules;

import org.jspecify.annotations.NullMarked;
