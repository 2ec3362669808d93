@NullMarked
package org.carrel.circulation.rules;

import org.jspecify.annotations.NullMarked;
