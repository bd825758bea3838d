/** Types for the operations of Amazon SQS that the program calls. */
@Generate(
    service = "sqs",
    operations = {"CreateQueue", "SendMessage", "ReceiveMessage"})
package io.boto4j.examples.kotlin.sqs;

import io.boto4j.typed.Generate;
