package io.boto4j.examples.scala

import io.boto4j.Session
import io.boto4j.typed.{Operation, Param, Typed}

case class Subscription(protocol: String, endpoint: String)

trait CaseClasses:
  @Operation("Subscribe")
  def subscribe(@Param("TopicArn") topic: String, subscription: Subscription): Unit

  @Operation("ListSubscriptionsByTopic")
  def subscriptions(@Param("TopicArn") topic: String): java.util.List[Subscription]

  @Operation("ListTopics")
  def topics(): List[String]

@main def bindCaseClasses(): Unit =
  try Typed.of(Session.create().client("sns"), classOf[CaseClasses])
  catch case e: IllegalArgumentException => println(e.getMessage)
