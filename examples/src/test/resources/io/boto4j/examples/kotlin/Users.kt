package io.boto4j.examples.kotlin

import io.boto4j.Session
import io.boto4j.dynamodb.Table

@JvmRecord
data class User(val userId: String, val email: String, val logins: Int, val phone: String? = null)

fun main() {
  val dynamodb = Session.create().client("dynamodb")
  dynamodb.call("CreateTable", mapOf(
    "TableName" to "users",
    "AttributeDefinitions" to listOf(mapOf("AttributeName" to "userId", "AttributeType" to "S")),
    "KeySchema" to listOf(mapOf("AttributeName" to "userId", "KeyType" to "HASH")),
    "BillingMode" to "PAY_PER_REQUEST"))

  val users = Table.of(dynamodb, "users")
  users.put(User("u-1", "ada@example.com", logins = 3))
  val ada = users["userId", "u-1"].orElseThrow().to(User::class.java)
  println(ada.copy(logins = ada.logins + 1))
  println(ada.phone ?: "no phone")

  val response = dynamodb.call("GetItem", mapOf(
    "TableName" to "users",
    "Key" to mapOf("userId" to mapOf("S" to "u-1"))))
  val email: String? = response.text("Item", "email", "S")
  println(email?.substringAfter('@') ?: "no email")
}
