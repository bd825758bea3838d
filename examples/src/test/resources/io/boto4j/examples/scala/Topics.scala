package io.boto4j.examples.scala

import io.boto4j.{Session, Structure}
import io.boto4j.typed.{Default, Operation, Param, Result, Service, Typed}
import scala.jdk.CollectionConverters.*

@Service("sns")
trait Topics:
  @Operation("CreateTopic") @Result("TopicArn")
  def create(@Param("Name") name: String): String

  @Operation("Subscribe") @Result("SubscriptionArn")
  @Default(param = "ReturnSubscriptionArn", value = "true")
  def subscribe(
      @Param("TopicArn") topic: String,
      @Param("Protocol") protocol: String,
      @Param("Endpoint") endpoint: String): String

  @Operation("ListSubscriptionsByTopic")
  def subscriptions(@Param("TopicArn") topic: String): java.util.List[Structure]

  @Operation("GetTopicAttributes") @Result("Attributes.KmsMasterKeyId")
  def key(@Param("TopicArn") topic: String): String

  def endpoints(topic: String): List[String] =
    subscriptions(topic).asScala.toList.map(_.text("Endpoint"))

@main def subscribeAda(): Unit =
  val topics = Typed.of(Session.create(), classOf[Topics])
  val topic = topics.create("orders")
  topics.subscribe(topic, "email", "ada@example.com")
  println(topics.endpoints(topic))
  println(Option(topics.key(topic)).getOrElse("no key"))
