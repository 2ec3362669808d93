/** What check-out and check-in mean for those who wait: {@link org.carrel.circulation.holds.HoldQueue} joins the desk's transaction. */
@NullMarked
package org.carrel.circulation.holds;

import org.jspecify.annotations.NullMarked;
