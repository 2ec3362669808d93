/** Pages of the kiosk: what each shows, in the reader's language. */
@NullMarked
package org.carrel.kiosk.web;

import org.jspecify.annotations.NullMarked;
