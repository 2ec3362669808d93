/**
 * Work along the shelves: {@link org.carrel.shelfwork.ShelfInventories} for scanning them in order,
 * {@link org.carrel.shelfwork.Weeding} for what should go, {@link org.carrel.shelfwork.CollectionReports} for what there is, and
 * {@link org.carrel.shelfwork.SeriesGaps} for what lacks between the volumes of a series. Nobody's reading is looked at: a copy has
 * counts and a last day, and nothing that says whose they were.
 */
@NullMarked
package org.carrel.shelfwork;

import org.jspecify.annotations.NullMarked;
