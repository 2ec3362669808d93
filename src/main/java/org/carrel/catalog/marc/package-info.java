/** MARC files in and out: {@code MarcFileReader.open(file, ReadLimits.defaults())}, then {@code next()} until it is empty. */
@NullMarked
package org.carrel.catalog.marc;

import org.jspecify.annotations.NullMarked;
