/** The tables of the targets. */
@NullMarked
package org.carrel.copycataloging.store;

import org.jspecify.annotations.NullMarked;
