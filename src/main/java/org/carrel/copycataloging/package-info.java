/**
 * Records that other libraries have made already: asked for by ISBN at the targets that the school has chosen. {@link
 * org.carrel.copycataloging.CopySearch} asks, {@link org.carrel.copycataloging.CopyTargets} keeps the targets.
 */
@NullMarked
package org.carrel.copycataloging;

import org.jspecify.annotations.NullMarked;
