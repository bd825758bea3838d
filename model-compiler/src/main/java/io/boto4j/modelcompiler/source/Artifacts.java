package io.boto4j.modelcompiler.source;

import java.nio.file.Path;
import java.util.List;

/** A repository of Maven artifacts. */
public interface Artifacts {
  /**
   * Returns a jar, downloading it if necessary.
   *
   * @param artifact the group and name, such as {@code software.amazon.api.models:sqs}
   * @param version the version
   * @return the jar
   * @throws io.boto4j.model.ModelException if there is no such jar, or it cannot be downloaded
   */
  Path fetch(String artifact, String version);

  /**
   * Returns the released versions of an artifact.
   *
   * @param artifact the group and name
   * @return the versions in ascending order; empty for an unknown artifact
   * @throws io.boto4j.model.ModelException if the repository cannot be asked
   */
  List<String> versions(String artifact);
}
