/**
 * How operations page: what the model says of it, the walk from page to page, the tokens that
 * resume one.
 *
 * <p>Floor 1, internal.
 */
@NullMarked
package io.boto4j.internal.paging;

import org.jspecify.annotations.NullMarked;
