/** Generated types of AWS KMS. */
@Generate(
    service = "kms",
    operations = {"CreateKey", "Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey", "ListKeys"})
package io.boto4j.examples.generated.kms;

import io.boto4j.typed.Generate;
