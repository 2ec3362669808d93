/** Filters before every page: who may ask, how much, and what the browser is told to refuse. */
@NullMarked
package org.carrel.security.web;

import org.jspecify.annotations.NullMarked;
