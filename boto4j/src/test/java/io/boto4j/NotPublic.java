package io.boto4j;

/** A type of the root package that users cannot see. */
final class NotPublic {}
