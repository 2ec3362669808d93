@NullMarked
package org.carrel.privacy.store;

import org.jspecify.annotations.NullMarked;
