/** Generated types of Amazon SQS. */
@Generate(
    service = "sqs",
    operations = {
      "CreateQueue",
      "DeleteMessage",
      "GetQueueAttributes",
      "GetQueueUrl",
      "ListQueues",
      "ReceiveMessage",
      "SendMessage",
      "SendMessageBatch"
    })
package io.boto4j.examples.generated.sqs;

import io.boto4j.typed.Generate;
