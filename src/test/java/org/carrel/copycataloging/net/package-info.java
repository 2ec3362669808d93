@NullMarked
package org.carrel.copycataloging.net;

import org.jspecify.annotations.NullMarked;
