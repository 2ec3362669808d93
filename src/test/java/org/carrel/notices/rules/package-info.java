@NullMarked
package org.carrel.notices.rules;

import org.jspecify.annotations.NullMarked;
