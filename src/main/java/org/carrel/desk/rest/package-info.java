/** The desk for programs: what its pages do, under {@code /api/v1}, by the same doors and in the same words. */
@NullMarked
package org.carrel.desk.rest;

import org.jspecify.annotations.NullMarked;
