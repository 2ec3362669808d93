/**
 * Parts of pages that come many times on one page, written by Java: one component each instead of dozens of small ones, whose
 * expressions a page of results would look up a thousand times.
 */
@NullMarked
package org.carrel.kiosk.web.parts;

import org.jspecify.annotations.NullMarked;
