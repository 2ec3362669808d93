/** Tests of the import at work. */
@NullMarked
package org.carrel.catalog.imports;

import org.jspecify.annotations.NullMarked;
