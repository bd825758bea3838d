/**
 * DynamoDB with plain Java values instead of attribute values: tables, conditions, batches,
 * transactions.
 *
 * <p>{@link io.boto4j.dynamodb.Table} is the entry point. {@link io.boto4j.dynamodb.Documents}
 * makes every call of a client take and return plain values; {@link
 * io.boto4j.dynamodb.AttributeValues} converts single values.
 *
 * <p>Floor 7, API; uses exported packages only.
 */
@NullMarked
package io.boto4j.dynamodb;

import org.jspecify.annotations.NullMarked;
