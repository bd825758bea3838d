package io.boto4j.examples.kotlin

import io.boto4j.Session
import io.boto4j.examples.kotlin.sqs.CreateQueueRequest
import io.boto4j.examples.kotlin.sqs.ReceiveMessageRequest
import io.boto4j.examples.kotlin.sqs.SendMessageRequest
import io.boto4j.examples.kotlin.sqs.Sqs

fun main() {
  val sqs = Sqs.of(Session.create().client("sqs"))
  val queue = sqs.createQueue(CreateQueueRequest.of("orders")).queueUrl()
  sqs.sendMessage(SendMessageRequest.of(queue, "hello"))
  for (message in sqs.receiveMessage(ReceiveMessageRequest.of(queue)).messages()) {
    println(message.body())
  }
}
