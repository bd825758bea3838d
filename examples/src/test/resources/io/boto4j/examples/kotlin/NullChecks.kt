package io.boto4j.examples.kotlin

import io.boto4j.Structures

@JvmRecord
data class Address(val street: String?, val city: String)

fun main() {
  println(Structures.of(mapOf("city" to "London")).to(Address::class.java))
  try {
    Structures.of(mapOf("street" to "Strand")).to(Address::class.java)
  } catch (e: IllegalArgumentException) {
    println(e.message)
  }
}
