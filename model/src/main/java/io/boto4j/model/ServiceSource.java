package io.boto4j.model;

/**
 * The source that a service model reads its parts from: a pack, or a botocore-format JSON file.
 *
 * <p>Operations and shapes are numbered from 0 in the source's own order. Implementations are
 * thread-safe; they may read the same part twice when threads race.
 */
interface ServiceSource {
  /** Returns the object {@code metadata}: protocol, endpoint prefix, version … */
  Traits metadata();

  /**
   * Returns the model's other top-level objects: {@code clientContextParams}, {@code deprecated} …
   */
  Traits traits();

  /** Returns the names of the operations, in the model's order. */
  String[] operationNames();

  OperationModel readOperation(ServiceModel owner, int index);

  int shapeCount();

  Shape readShape(ServiceModel owner, int index);

  /** Returns the names of the shapes by number. */
  String[] shapeNames();

  /** Returns the codes of all error shapes. */
  ErrorCodes errorCodes();
}
