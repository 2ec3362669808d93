/** What is decided about devices, without database or clock. */
@NullMarked
package org.carrel.devices.rules;

import org.jspecify.annotations.NullMarked;
