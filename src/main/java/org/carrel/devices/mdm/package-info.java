/** Exports of device management and spreadsheets on their way in: read, compared, committed in one transaction, taken back. */
@NullMarked
package org.carrel.devices.mdm;

import org.jspecify.annotations.NullMarked;
