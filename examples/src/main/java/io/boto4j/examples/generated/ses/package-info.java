/** Generated types of Amazon SES. */
@Generate(
    service = "ses",
    operations = {
      "CreateTemplate",
      "GetTemplate",
      "ListTemplates",
      "SendTemplatedEmail",
      "TestRenderTemplate",
      "UpdateTemplate",
      "VerifyEmailIdentity"
    })
package io.boto4j.examples.generated.ses;

import io.boto4j.typed.Generate;
