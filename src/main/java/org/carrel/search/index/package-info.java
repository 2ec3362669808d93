/** The Lucene index of the catalog: the only place that knows Lucene. */
@NullMarked
package org.carrel.search.index;

import org.jspecify.annotations.NullMarked;
