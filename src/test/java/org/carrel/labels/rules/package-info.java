@NullMarked
package org.carrel.labels.rules;

import org.jspecify.annotations.NullMarked;
