package io.boto4j.examples.kotlin

import io.boto4j.Client

fun status(dynamodb: Client): String {
  val response = dynamodb.call("DescribeTable", mapOf("TableName" to "users"))
  val length = response.text("Table", "TableName").length
  dynamodb.call("DescribeTable", null)
  return response.text("Table", "TableStatus")
}
