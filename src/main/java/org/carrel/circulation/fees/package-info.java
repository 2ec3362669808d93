/** What the desk calls in its own transactions: money, and what is lost, claimed or damaged. */
@NullMarked
package org.carrel.circulation.fees;

import org.jspecify.annotations.NullMarked;
