/** What a typed text may mean, and how names are read: pure functions. */
@NullMarked
package org.carrel.search.rules;

import org.jspecify.annotations.NullMarked;
