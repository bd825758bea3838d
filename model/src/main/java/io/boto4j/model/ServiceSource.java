package io.boto4j.model;

/**
 * Where a service model reads its parts from: a pack, or a botocore-format JSON file.
 *
 * <p>Operations and shapes are numbered from 0 in the source's own order. Implementations are
 * thread-safe; they may read the same part twice when threads race.
 */
interface ServiceSource {
  /** Protocol, endpoint prefix, version …: the object {@code metadata}. */
  Traits metadata();

  /** What else stands beside it: {@code clientContextParams}, {@code deprecated} … */
  Traits traits();

  /** Operation names, in the model's order. */
  String[] operationNames();

  OperationModel readOperation(ServiceModel owner, int index);

  int shapeCount();

  Shape readShape(ServiceModel owner, int index);

  /** Shape names by number. */
  String[] shapeNames();

  /** The codes of all error shapes. */
  ErrorCodes errorCodes();
}
