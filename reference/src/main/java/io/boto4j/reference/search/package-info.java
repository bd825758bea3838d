/** The index that the search in the browser reads. Internal. */
@NullMarked
package io.boto4j.reference.search;

import org.jspecify.annotations.NullMarked;
