/** Tests of the cataloging rules. */
@NullMarked
package org.carrel.catalog.rules;

import org.jspecify.annotations.NullMarked;
