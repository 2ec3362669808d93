/** What makes a record good, and what a target is. */
@NullMarked
package org.carrel.copycataloging.rules;

import org.jspecify.annotations.NullMarked;
