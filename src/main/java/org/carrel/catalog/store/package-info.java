/** The tables of the catalog. Every method joins the caller's transaction through its connection, none opens one. */
@NullMarked
package org.carrel.catalog.store;

import org.jspecify.annotations.NullMarked;
