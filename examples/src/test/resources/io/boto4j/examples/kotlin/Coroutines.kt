package io.boto4j.examples.kotlin

import io.boto4j.Response
import io.boto4j.Session
import io.boto4j.typed.Operation
import io.boto4j.typed.Param
import io.boto4j.typed.Result
import io.boto4j.typed.Typed
import java.util.concurrent.CompletableFuture
import kotlinx.coroutines.future.await
import kotlinx.coroutines.runBlocking

interface LaterTopics {
  @Operation("CreateTopic") @Result("TopicArn")
  fun create(@Param("Name") name: String): CompletableFuture<String>
}

interface SuspendingTopics {
  @Operation("CreateTopic")
  suspend fun create(@Param("Name") name: String): Response
}

fun main() {
  val sns = Session.create().client("sns")
  val topics = Typed.of(sns, LaterTopics::class.java)
  runBlocking { println(topics.create("orders").await()) }

  try {
    Typed.of(sns, SuspendingTopics::class.java)
  } catch (e: IllegalArgumentException) {
    println(e.message)
  }
}
