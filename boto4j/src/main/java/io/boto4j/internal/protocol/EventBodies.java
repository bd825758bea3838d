package io.boto4j.internal.protocol;

import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import org.jspecify.annotations.Nullable;

/**
 * The reader of the payloads of events, the only part of event streams that differs by protocol.
 */
interface EventBodies {
  /** Reads the members in a payload, which is not empty, into their slots. */
  void readMembers(byte[] payload, StructureShape shape, @Nullable Object[] slots);

  /** Reads a payload that is a single member with a structure. */
  @Nullable Object readPayload(byte[] payload, Shape shape);
}
