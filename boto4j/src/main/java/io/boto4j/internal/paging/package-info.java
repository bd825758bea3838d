/**
 * Pagination: the paginators of the model, the iteration over pages, and the tokens that resume it.
 *
 * <p>Floor 1, internal.
 */
@NullMarked
package io.boto4j.internal.paging;

import org.jspecify.annotations.NullMarked;
