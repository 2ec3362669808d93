/** What is wrong with the bytes of a record, and what can safely be done about it. Pure: bytes in, diagnosis out. */
@NullMarked
package org.carrel.catalog.doctor;

import org.jspecify.annotations.NullMarked;
