/** Generated types of Amazon DynamoDB. */
@Generate(
    service = "dynamodb",
    operations = {"CreateTable", "DeleteTable", "DescribeTable", "ListTables", "PutItem", "Scan"})
package io.boto4j.examples.generated.dynamodb;

import io.boto4j.typed.Generate;
