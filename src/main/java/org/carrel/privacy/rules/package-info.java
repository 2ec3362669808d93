@NullMarked
package org.carrel.privacy.rules;

import org.jspecify.annotations.NullMarked;
