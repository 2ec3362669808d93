/** Pages for technicians and librarians: the frame around each, and what each shows. */
@NullMarked
package org.carrel.desk.web;

import org.jspecify.annotations.NullMarked;
