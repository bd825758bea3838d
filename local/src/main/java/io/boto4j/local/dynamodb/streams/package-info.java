/** The engine of DynamoDB streams, over the tables of DynamoDB. */
@NullMarked
package io.boto4j.local.dynamodb.streams;

import org.jspecify.annotations.NullMarked;
