/** Attribute values: reading, writing, comparing, sizes and the order of keys. */
@NullMarked
package io.boto4j.local.dynamodb.value;

import org.jspecify.annotations.NullMarked;
