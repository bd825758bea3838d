/** The DynamoDB engine: operations, values in and values out. */
@NullMarked
package io.boto4j.local.dynamodb;

import org.jspecify.annotations.NullMarked;
