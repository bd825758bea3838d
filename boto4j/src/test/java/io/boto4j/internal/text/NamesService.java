package io.boto4j.internal.text;

/** Compares a string with the id of a service. */
public final class NamesService {
  /** Before the string in the constant pool, where it takes up two entries. */
  private static final long LONG = 1L << 40;

  boolean isDynamoDb(String serviceId, long number) {
    return number < LONG && serviceId.equals("DynamoDB");
  }
}
