@NullMarked
package org.carrel.labels.pdf;

import org.jspecify.annotations.NullMarked;
