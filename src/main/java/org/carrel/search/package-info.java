/** Search of the catalog: {@link org.carrel.search.CatalogSearch} answers what a person typed. */
@NullMarked
package org.carrel.search;

import org.jspecify.annotations.NullMarked;
