package io.boto4j.modelcompiler.source;

import io.boto4j.model.ModelException;
import io.boto4j.modelcompiler.TestArchives;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A repository in a folder, to which a test adds artifacts. */
final class TestArtifacts implements Artifacts {
  private final Path folder;
  private final Map<String, List<String>> versions = new LinkedHashMap<>();

  TestArtifacts(Path folder) {
    this.folder = folder;
  }

  /** Adds a jar and returns its row in a sources file. */
  ModelSource add(
      ModelSource.Kind kind,
      String service,
      String artifact,
      String version,
      LocalDate date,
      Map<String, byte[]> entries) {
    versions.computeIfAbsent(artifact, ignored -> new ArrayList<>()).add(version);
    Path jar = path(artifact, version);
    try {
      Files.write(jar, TestArchives.zip(date, entries));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ModelSource(kind, service, artifact, version, date, Sha256.of(jar));
  }

  /** Adds a base, whose data folder is as deep in archives as botocore's is in the real one. */
  ModelSource addBase(String version, LocalDate date, Map<String, String> files) {
    Map<String, byte[]> data = new LinkedHashMap<>();
    files.forEach(
        (name, text) ->
            data.put("cli/botocore/data/" + name, text.getBytes(StandardCharsets.UTF_8)));
    byte[] archive =
        TestArchives.tgz(Map.of("package/lib/layer.zip", TestArchives.zip(date, data)));
    return add(
        ModelSource.Kind.BASE,
        "*",
        "com.example:base",
        version,
        date,
        Map.of("com/example/base.jsii.tgz", archive));
  }

  @Override
  public Path fetch(String artifact, String version) {
    Path jar = path(artifact, version);
    if (!Files.exists(jar)) {
      throw new ModelException("no such artifact: " + artifact + ":" + version, null);
    }
    return jar;
  }

  @Override
  public List<String> versions(String artifact) {
    return versions.getOrDefault(artifact, List.of());
  }

  private Path path(String artifact, String version) {
    return folder.resolve(artifact.replace(':', '-') + "-" + version + ".jar");
  }
}
