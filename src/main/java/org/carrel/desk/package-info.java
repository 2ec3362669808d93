/** The staff's own pages. No rules and no tables of their own. */
@NullMarked
package org.carrel.desk;

import org.jspecify.annotations.NullMarked;
