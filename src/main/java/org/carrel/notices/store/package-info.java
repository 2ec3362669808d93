/** The outbox and the words of notices. */
@NullMarked
package org.carrel.notices.store;

import org.jspecify.annotations.NullMarked;
