/** What is printed and handed out: labels and workbooks. */
@NullMarked
package org.carrel.devices.files;

import org.jspecify.annotations.NullMarked;
