package io.boto4j.benchmarks.structure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sources of a checkout: those of the modules that are published, without tests.
 *
 * @param modules the source files of each module, except {@code package-info.java} and {@code
 *     module-info.java}
 * @param docsLines the lines of {@code README.md} and of the Markdown files below {@code docs}
 */
record Checkout(List<List<SourceFile>> modules, int docsLines) {
  /** The property by which a module's {@code pom.xml} leaves it out of a release. */
  private static final String UNPUBLISHED = "<maven.deploy.skip>true<";

  /**
   * Reads a checkout.
   *
   * @throws IllegalArgumentException if the folder has no sources
   * @throws IOException if they cannot be read
   */
  static Checkout read(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      findModules(folder, found);
    }
    List<List<SourceFile>> modules = new ArrayList<>();
    for (Path module : found) {
      List<Path> files = files(module.resolve("src/main/java"), ".java");
      files.removeIf(
          file -> file.endsWith("package-info.java") || file.endsWith("module-info.java"));
      if (!files.isEmpty()) {
        modules.add(SourceReader.read(files));
      }
    }
    if (modules.isEmpty()) {
      throw new IllegalArgumentException("No published module with src/main/java in " + folder);
    }
    List<Path> docs = new ArrayList<>(files(folder.resolve("docs"), ".md"));
    docs.add(folder.resolve("README.md"));
    int docsLines = 0;
    for (Path file : docs) {
      docsLines += Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }
    return new Checkout(modules, docsLines);
  }

  /** Returns the source files of all modules. */
  List<SourceFile> files() {
    List<SourceFile> files = new ArrayList<>();
    modules.forEach(files::addAll);
    return files;
  }

  private static void findModules(Path folder, List<Path> found) throws IOException {
    if (Files.isDirectory(folder.resolve("src/main/java")) && isPublished(folder)) {
      found.add(folder);
    }
    List<Path> inside = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
      entries.forEach(inside::add);
    }
    inside.sort(null);
    for (Path each : inside) {
      String name = String.valueOf(each.getFileName());
      if (!name.startsWith(".") && !name.equals("src") && !name.equals("target")) {
        findModules(each, found);
      }
    }
  }

  private static boolean isPublished(Path module) throws IOException {
    Path pom = module.resolve("pom.xml");
    return !Files.exists(pom) || !Files.readString(pom).contains(UNPUBLISHED);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> below = Files.walk(folder)) {
        below.filter(file -> file.toString().endsWith(ending)).sorted().forEach(files::add);
      }
    }
    return files;
  }
}
