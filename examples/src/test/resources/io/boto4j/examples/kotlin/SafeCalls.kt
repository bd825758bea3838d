package io.boto4j.examples.kotlin

import io.boto4j.Client

fun etag(s3: Client): Int? {
  val response = s3.call("HeadObject", mapOf("Bucket" to "photos", "Key" to "beach.jpg"))
  return response.text("ETag")?.let { it.length }
}
