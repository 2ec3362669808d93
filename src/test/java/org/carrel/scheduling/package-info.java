@NullMarked
package org.carrel.scheduling;

import org.jspecify.annotations.NullMarked;
