@NullMarked
package org.carrel.copycataloging;

import org.jspecify.annotations.NullMarked;
