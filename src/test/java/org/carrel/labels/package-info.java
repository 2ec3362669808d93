@NullMarked
package org.carrel.labels;

import org.jspecify.annotations.NullMarked;
