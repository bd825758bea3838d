package io.boto4j.examples.scala

import io.boto4j.{Params, Session}
import io.boto4j.dynamodb.Table
import java.util.List as JavaList
import scala.jdk.CollectionConverters.*

case class User(id: String, email: String)

@main def users(): Unit =
  val dynamodb = Session.create().client("dynamodb")
  dynamodb.call("CreateTable", Params.of(
    "TableName", "users",
    "AttributeDefinitions", JavaList.of(Params.of("AttributeName", "userId", "AttributeType", "S")),
    "KeySchema", JavaList.of(Params.of("AttributeName", "userId", "KeyType", "HASH")),
    "BillingMode", "PAY_PER_REQUEST"))

  val table = Table.of(dynamodb, "users")
  table.put(Map("userId" -> "u-1", "email" -> "ada@example.com", "logins" -> 3).asJava)

  val item = table.get("userId", "u-1").orElseThrow()
  println(User(item.text("userId"), item.text("email")))
  println(item.integer("logins") + 1)
  println(Option(item.text("phone")).getOrElse("no phone"))
