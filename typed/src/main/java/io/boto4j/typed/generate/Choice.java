package io.boto4j.typed.generate;

import java.util.List;

/**
 * What to generate.
 *
 * @param service the service, such as {@code rds}
 * @param operations the names of the operations; ignored if all are chosen
 * @param all whether all operations are chosen
 * @param apiVersion the API version; empty for the newest
 * @param packageName the package of the sources
 */
public record Choice(
    String service, List<String> operations, boolean all, String apiVersion, String packageName) {
  /**
   * Creates a choice.
   *
   * @param service the service
   * @param operations the names of the operations, copied
   * @param all whether all operations are chosen
   * @param apiVersion the API version; empty for the newest
   * @param packageName the package of the sources
   */
  public Choice {
    operations = List.copyOf(operations);
  }

  /** A part of a choice, which an error is about. */
  public enum Part {
    /** The service. */
    SERVICE,
    /** The operations. */
    OPERATIONS,
    /** The API version. */
    API_VERSION,
    /** The package. */
    PACKAGE
  }
}
