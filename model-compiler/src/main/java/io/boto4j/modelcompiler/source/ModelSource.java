package io.boto4j.modelcompiler.source;

import java.time.LocalDate;

/**
 * An artifact with service models, pinned by its version and hash: a row of a {@link SourcesFile}.
 *
 * @param kind the kind of models that the artifact contains
 * @param service botocore's name of the service, such as {@code dynamodb}; {@code *} for a base
 * @param artifact the group and name of the artifact, such as {@code
 *     software.amazon.api.models:dynamodb}
 * @param version the version, such as {@code 1.0.14}
 * @param date the date of the models in the artifact
 * @param sha256 the SHA-256 of the jar in lower-case hexadecimal
 */
public record ModelSource(
    Kind kind, String service, String artifact, String version, LocalDate date, String sha256) {
  /** The service of a base, which has models of all services. */
  static final String ALL = "*";

  /** The kind of models that an artifact contains. */
  public enum Kind {
    /** A botocore data folder, somewhere in the archives of the artifact. */
    BASE,
    /** One service as a Smithy model, which replaces the service of the base if it is newer. */
    OVERLAY
  }

  /**
   * Returns the Maven coordinates.
   *
   * @return the artifact and its version, such as {@code software.amazon.api.models:sqs:1.0.6}
   */
  public String coordinates() {
    return artifact + ":" + version;
  }

  /**
   * Returns the row of another version of the artifact.
   *
   * @param newVersion the version
   * @param newDate the date of its models
   * @param newSha256 the SHA-256 of its jar
   * @return a new source
   */
  public ModelSource at(String newVersion, LocalDate newDate, String newSha256) {
    return new ModelSource(kind, service, artifact, newVersion, newDate, newSha256);
  }
}
