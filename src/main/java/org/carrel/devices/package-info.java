/**
 * Devices that the library lends: items with a device record. {@link org.carrel.devices.DeviceInventory} finds, adds and changes
 * them, {@link org.carrel.devices.DeviceModels} keeps their models, {@link org.carrel.devices.Accessories} counts what has no
 * barcode. They are lent and taken back at the desk like every copy.
 *
 * <pre>inventory.find(DeviceSearch.words("CB-0001"), 1, 25).rows()</pre>
 */
@NullMarked
package org.carrel.devices;

import org.jspecify.annotations.NullMarked;
