package io.boto4j.examples.kotlin

import io.boto4j.Session
import io.boto4j.typed.Default
import io.boto4j.typed.Operation
import io.boto4j.typed.Param
import io.boto4j.typed.Result
import io.boto4j.typed.Service
import io.boto4j.typed.Typed

@JvmRecord
data class Subscription(val protocol: String, val endpoint: String)

@Service("sns")
interface Topics {
  @Operation("CreateTopic") @Result("TopicArn")
  fun create(@Param("Name") name: String): String

  @Operation("Subscribe") @Result("SubscriptionArn")
  @Default(param = "ReturnSubscriptionArn", value = "true")
  fun subscribe(@Param("TopicArn") topic: String, subscription: Subscription): String

  @Operation("ListSubscriptionsByTopic")
  fun subscriptions(@Param("TopicArn") topic: String): List<Subscription>

  @Operation("GetTopicAttributes") @Result("Attributes.KmsMasterKeyId")
  fun key(@Param("TopicArn") topic: String): String?

  fun endpoints(topic: String) = subscriptions(topic).map { it.endpoint }
}

fun main() {
  val topics = Typed.of(Session.create(), Topics::class.java)
  val topic = topics.create("orders")
  topics.subscribe(topic, Subscription("email", "ada@example.com"))
  println(topics.endpoints(topic))
  println(topics.key(topic) ?: "no key")
}
