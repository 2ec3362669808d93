/** Tests of the record doctor. */
@NullMarked
package org.carrel.catalog.doctor;

import org.jspecify.annotations.NullMarked;
