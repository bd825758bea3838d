/** Generated types of AWS Secrets Manager. */
@Generate(
    service = "secretsmanager",
    operations = {"CreateSecret", "GetSecretValue"})
package io.boto4j.examples.generated.secretsmanager;

import io.boto4j.typed.Generate;
