/** Writes the catalog to a file, record by record. */
@NullMarked
package org.carrel.catalog.exports;

import org.jspecify.annotations.NullMarked;
