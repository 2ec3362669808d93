/** Tests of devices. */
@NullMarked
package org.carrel.devices;

import org.jspecify.annotations.NullMarked;
