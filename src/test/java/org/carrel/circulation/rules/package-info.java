/** Tests of due dates, renewals, limits and fines. */
@NullMarked
package org.carrel.circulation.rules;

import org.jspecify.annotations.NullMarked;
