/** The catalog for other programs: JSON over HTTP under {@code /api/v1}. */
@NullMarked
package org.carrel.search.rest;

import org.jspecify.annotations.NullMarked;
