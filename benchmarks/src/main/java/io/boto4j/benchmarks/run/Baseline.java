package io.boto4j.benchmarks.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The jars of another build of boto4j, with which this one is compared. */
public final class Baseline {
  /** The artifacts in the order of {@link ClassPath#boto4j}. */
  private static final List<String> ARTIFACTS = List.of("boto4j", "boto4j-model", "boto4j-models");

  /** The version, which begins with a digit, unlike the rest of a longer artifact's name. */
  private static final Pattern VERSION =
      Pattern.compile("-[0-9].*(?<!-sources|-javadoc|-docs)\\.jar");

  private Baseline() {}

  /**
   * Returns the three jars of a build.
   *
   * @param folder a folder that contains the jars, or a checkout whose modules are built
   * @return the paths of the jars, in the order of a class path
   * @throws IllegalArgumentException if the folder does not have exactly one jar of each artifact
   */
  public static List<String> jars(Path folder) {
    List<Path> all = new ArrayList<>();
    try {
      all.addAll(jarsIn(folder));
      for (Path module : entries(folder, "*")) {
        all.addAll(jarsIn(module.resolve("target")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the baseline in " + folder, e);
    }
    List<String> jars = new ArrayList<>();
    for (String artifact : ARTIFACTS) {
      jars.add(only(artifact, all, folder).toString());
    }
    return jars;
  }

  private static Path only(String artifact, List<Path> all, Path folder) {
    List<Path> found = new ArrayList<>();
    for (Path jar : all) {
      String name = String.valueOf(jar.getFileName());
      if (name.startsWith(artifact)
          && VERSION.matcher(name.substring(artifact.length())).matches()) {
        found.add(jar);
      }
    }
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "The baseline needs one "
              + artifact
              + "-VERSION.jar, in "
              + folder.resolve("*.jar")
              + " or "
              + folder.resolve("*/target/*.jar")
              + "; found "
              + (found.isEmpty() ? "none" : found));
    }
    return found.get(0);
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    return entries(folder, "boto4j-*.jar");
  }

  private static List<Path> entries(Path folder, String names) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, names)) {
        entries.forEach(found::add);
      }
    }
    found.sort(null);
    return found;
  }
}
