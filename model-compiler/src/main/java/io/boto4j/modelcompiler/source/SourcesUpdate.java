package io.boto4j.modelcompiler.source;

import io.boto4j.model.ModelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The search for newer versions of sources. */
public final class SourcesUpdate {
  private SourcesUpdate() {}

  /**
   * Returns the sources in their newest versions, with the hashes and dates of those jars.
   *
   * @param sources the sources
   * @param additions artifacts to add as overlays, in the form {@code SERVICE=GROUP:NAME}
   * @param artifacts the repository
   * @return the sources in the same order, then the additions
   * @throws ModelException if an addition is not valid or does not exist
   */
  public static List<ModelSource> newest(
      List<ModelSource> sources, List<String> additions, Artifacts artifacts) {
    List<ModelSource> newest = new ArrayList<>();
    for (ModelSource source : sources) {
      List<String> versions = artifacts.versions(source.artifact());
      String last = versions.isEmpty() ? source.version() : versions.get(versions.size() - 1);
      newest.add(last.equals(source.version()) ? source : at(source, last, artifacts));
    }
    for (String addition : additions) {
      newest.add(added(addition, artifacts));
    }
    return newest;
  }

  /**
   * Describes the differences between two lists of sources.
   *
   * @param before the earlier sources
   * @param after the later ones: the same artifacts, then further ones
   * @return a line per difference
   */
  public static List<String> describe(List<ModelSource> before, List<ModelSource> after) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      ModelSource now = after.get(i);
      if (i >= before.size()) {
        lines.add(now.artifact() + ": added, " + now.version() + " of " + now.date());
      } else if (!now.equals(before.get(i))) {
        ModelSource old = before.get(i);
        lines.add(
            now.artifact()
                + ": from "
                + old.version()
                + " of "
                + old.date()
                + " to "
                + now.version()
                + " of "
                + now.date());
      }
    }
    return lines;
  }

  private static ModelSource at(ModelSource source, String version, Artifacts artifacts) {
    Path jar = artifacts.fetch(source.artifact(), version);
    return source.at(version, JarDate.of(jar), Sha256.of(jar));
  }

  private static ModelSource added(String addition, Artifacts artifacts) {
    int equals = addition.indexOf('=');
    String service = equals < 0 ? "" : addition.substring(0, equals);
    String artifact = addition.substring(equals + 1);
    SourcesFile.checkOverlay("--add " + addition, service, artifact);
    List<String> versions = artifacts.versions(artifact);
    if (versions.isEmpty()) {
      throw new ModelException("no released version of " + artifact + " was found", null);
    }
    String version = versions.get(versions.size() - 1);
    Path jar = artifacts.fetch(artifact, version);
    return new ModelSource(
        ModelSource.Kind.OVERLAY, service, artifact, version, JarDate.of(jar), Sha256.of(jar));
  }
}
