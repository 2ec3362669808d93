/**
 * Search of the catalog: {@link org.carrel.search.CatalogSearch} answers what a person typed, out of the index that
 * {@link org.carrel.search.SearchLifecycle} opens, keeps up to date and closes.
 */
@NullMarked
package org.carrel.search;

import org.jspecify.annotations.NullMarked;
