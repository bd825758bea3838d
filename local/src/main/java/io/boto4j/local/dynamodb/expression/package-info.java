/** The expressions of DynamoDB: conditions, updates and projections. */
@NullMarked
package io.boto4j.local.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
