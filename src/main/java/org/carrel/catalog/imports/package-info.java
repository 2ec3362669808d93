/** The import at work: chunks of records are planned against the catalog and written, each chunk one transaction. */
@NullMarked
package org.carrel.catalog.imports;

import org.jspecify.annotations.NullMarked;
