package io.boto4j.dynamodb;

import java.util.LinkedHashMap;

/** The input of a call that is in DynamoDB's form already, which {@link Documents} passes on. */
final class RawRequest extends LinkedHashMap<String, Object> {
  private static final long serialVersionUID = 1L;

  RawRequest() {
    super();
  }

  RawRequest(RawRequest other) {
    super(other);
  }

  /** Adds a member. */
  RawRequest with(String name, Object value) {
    put(name, value);
    return this;
  }
}
