/**
 * What a school promises about people's data: how long it is kept ({@link org.carrel.privacy.Retention}), what there is about a
 * person ({@link org.carrel.privacy.PersonExports}), that it goes ({@link org.carrel.privacy.Erasures}), and who looked at it
 * ({@link org.carrel.privacy.PersonViews}).
 *
 * <pre>views.looked(caller, patron, Why.LIST)</pre>
 */
@NullMarked
package org.carrel.privacy;

import org.jspecify.annotations.NullMarked;
