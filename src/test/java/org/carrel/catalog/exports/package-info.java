/** Tests of exports: rows, copy fields, comparison and certificate. */
@NullMarked
package org.carrel.catalog.exports;

import org.jspecify.annotations.NullMarked;
