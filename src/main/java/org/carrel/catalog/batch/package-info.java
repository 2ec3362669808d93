/** Many records and copies changed at once, and records merged: what {@link org.carrel.catalog.RecordBatches} does inside. */
@NullMarked
package org.carrel.catalog.batch;

import org.jspecify.annotations.NullMarked;
