/**
 * People who borrow: {@link org.carrel.patrons.Patrons} finds and changes them, {@link org.carrel.patrons.PatronCards} and
 * {@link org.carrel.patrons.PatronBlocks} belong to one of them, {@link org.carrel.patrons.Rosters} brings in the lists of the
 * student information system.
 *
 * <pre>patrons.find(PatronSearch.words("nguyen"), 1, 25).rows()</pre>
 */
@NullMarked
package org.carrel.patrons;

import org.jspecify.annotations.NullMarked;
