@NullMarked
package org.carrel.copycataloging.rules;

import org.jspecify.annotations.NullMarked;
