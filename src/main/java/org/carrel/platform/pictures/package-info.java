/** Pictures that people send: {@link org.carrel.platform.pictures.Redrawing} draws them anew. */
@NullMarked
package org.carrel.platform.pictures;

import org.jspecify.annotations.NullMarked;
