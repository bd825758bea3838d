/** Tables and their indexes: schemas, stored items, expiry and streams. */
@NullMarked
package io.boto4j.local.dynamodb.table;

import org.jspecify.annotations.NullMarked;
