/** The tables of devices. Times are UTC, money is in cents. */
@NullMarked
package org.carrel.devices.store;

import org.jspecify.annotations.NullMarked;
