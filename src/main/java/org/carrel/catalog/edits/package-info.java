/** Records and copies as people change them. */
@NullMarked
package org.carrel.catalog.edits;

import org.jspecify.annotations.NullMarked;
