package io.boto4j.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a service's model: the artifact or file that it was read from, and its date.
 *
 * @param service the service, such as {@code dynamodb}
 * @param apiVersion the API version, such as {@code 2012-08-10}
 * @param source the Maven coordinates of the artifact, such as {@code
 *     software.amazon.api.models:dynamodb:1.0.14}, or the path of the file
 * @param date the date of the model, or null if it is unknown
 * @param sha256 the SHA-256 of the artifact in lower-case hexadecimal, or null for a file
 */
public record ModelOrigin(
    String service,
    String apiVersion,
    String source,
    @Nullable LocalDate date,
    @Nullable String sha256) {
  /**
   * Returns the origin as reports show it, such as {@code dynamodb 2012-08-10 from
   * software.amazon.api.models:dynamodb:1.0.14 (2026-08-04)}.
   *
   * @return one line of text
   */
  @Override
  public String toString() {
    return service + " " + apiVersion + " from " + source + (date == null ? "" : " (" + date + ")");
  }
}
