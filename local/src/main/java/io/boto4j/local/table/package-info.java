/** Tables of documents in the store of an engine. */
@NullMarked
package io.boto4j.local.table;

import org.jspecify.annotations.NullMarked;
