/** PartiQL statements. */
@NullMarked
package io.boto4j.local.dynamodb.partiql;

import org.jspecify.annotations.NullMarked;
