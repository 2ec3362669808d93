@NullMarked
package org.carrel.scheduling.ics;

import org.jspecify.annotations.NullMarked;
