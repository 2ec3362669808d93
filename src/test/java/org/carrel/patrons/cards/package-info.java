@NullMarked
package org.carrel.patrons.cards;

import org.jspecify.annotations.NullMarked;
