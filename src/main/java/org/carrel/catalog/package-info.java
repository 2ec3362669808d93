/** The catalog: bibliographic records and items, and MARC files in and out. */
@NullMarked
package org.carrel.catalog;

import org.jspecify.annotations.NullMarked;
