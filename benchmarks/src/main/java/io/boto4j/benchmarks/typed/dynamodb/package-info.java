/** Types of DynamoDB that the build generates for contestants and for the comparison of sizes. */
@Generate(
    service = "dynamodb",
    operations = {"GetItem", "PutItem", "Query", "UpdateItem"})
package io.boto4j.benchmarks.typed.dynamodb;

import io.boto4j.typed.Generate;
