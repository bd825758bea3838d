/** Generated types of AWS Lambda. */
@Generate(
    service = "lambda",
    operations = {"CreateFunction", "GetFunction", "Invoke", "ListFunctions"})
package io.boto4j.examples.generated.lambda;

import io.boto4j.typed.Generate;
