@NullMarked
package org.carrel.devices.mdm;

import org.jspecify.annotations.NullMarked;
