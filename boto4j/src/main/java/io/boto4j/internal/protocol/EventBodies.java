package io.boto4j.internal.protocol;

import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import org.jspecify.annotations.Nullable;

/**
 * How a protocol reads the payloads of events: the only thing about event streams in which
 * protocols differ.
 */
interface EventBodies {
  /** Reads the members that are in a payload, which is not empty, into their slots. */
  void readMembers(byte[] payload, StructureShape shape, @Nullable Object[] slots);

  /** Reads a payload that is one member, and has a structure. */
  @Nullable Object readPayload(byte[] payload, Shape shape);
}
