@NullMarked
package org.carrel.catalog.batch;

import org.jspecify.annotations.NullMarked;
