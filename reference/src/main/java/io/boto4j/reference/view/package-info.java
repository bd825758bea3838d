/**
 * The content of each kind of page, as its template prints it: values without behaviour. Internal.
 */
@NullMarked
package io.boto4j.reference.view;

import org.jspecify.annotations.NullMarked;
