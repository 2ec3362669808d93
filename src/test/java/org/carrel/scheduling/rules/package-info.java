@NullMarked
package org.carrel.scheduling.rules;

import org.jspecify.annotations.NullMarked;
