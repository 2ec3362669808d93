/** The tables of accounts and devices. */
@NullMarked
package org.carrel.security.store;

import org.jspecify.annotations.NullMarked;
