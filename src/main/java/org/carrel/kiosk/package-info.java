/** Public screens: search, results, the page of a record. No rules and no tables of its own. */
@NullMarked
package org.carrel.kiosk;

import org.jspecify.annotations.NullMarked;
