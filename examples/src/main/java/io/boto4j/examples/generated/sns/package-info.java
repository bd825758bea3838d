/** Generated types of Amazon SNS. */
@Generate(
    service = "sns",
    operations = {
      "CreateTopic",
      "DeleteTopic",
      "GetSubscriptionAttributes",
      "ListSubscriptionsByTopic",
      "ListTopics",
      "Publish",
      "SetSubscriptionAttributes",
      "Subscribe",
      "Unsubscribe"
    })
package io.boto4j.examples.generated.sns;

import io.boto4j.typed.Generate;
