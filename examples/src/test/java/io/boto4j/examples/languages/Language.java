package io.boto4j.examples.languages;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A language of the JVM other than Java, whose compiler and libraries Maven has copied into a
 * folder.
 *
 * @param name the name of the folders with the compiler and with the programs
 * @param compiler the main class of the compiler
 * @param options the options of the compiler
 * @param libraries the jars that programs need at run time
 */
record Language(String name, String compiler, List<String> options, List<String> libraries) {
  static final Language KOTLIN =
      new Language(
          "kotlin",
          "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
          List.of("-no-stdlib", "-no-reflect", "-jvm-target", "17"),
          List.of("kotlin-stdlib.jar", "kotlinx-coroutines-core-jvm.jar"));

  static final Language SCALA =
      new Language(
          "scala",
          "dotty.tools.dotc.Main",
          List.of("-color", "never", "-release", "17"),
          List.of("scala3-library_3.jar", "scala-library.jar"));

  private static final Path PROGRAMS =
      Path.of("src", "test", "resources", "io", "boto4j", "examples");

  /**
   * Compiles programs; the class path has boto4j, the libraries of the language, and the classes
   * that are already in the folder.
   */
  Finished compile(Path classes, String... files) throws IOException, InterruptedException {
    return compile(classes, classPath(classes), files);
  }

  /** Compiles programs with a jar of the folder of the compiler as well. */
  Finished compileWith(String jar, Path classes, String... files)
      throws IOException, InterruptedException {
    return compile(classes, classPath(classes) + File.pathSeparator + folder().resolve(jar), files);
  }

  private Finished compile(Path classes, String classPath, String[] files)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-classpath", classPath, "-d", classes.toString()));
    for (String file : files) {
      arguments.add(source(file).toString());
    }
    return Finished.of(Map.of(), folder().resolve("*").toString(), compiler, arguments);
  }

  /** Runs a compiled program whose sessions call an endpoint. */
  Finished run(Path classes, String program, URI endpoint)
      throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of(
            "AWS_ENDPOINT_URL",
            endpoint.toString(),
            "AWS_ACCESS_KEY_ID",
            "test",
            "AWS_SECRET_ACCESS_KEY",
            "test",
            "AWS_CONFIG_FILE",
            classes.resolve("none").toString(),
            "AWS_SHARED_CREDENTIALS_FILE",
            classes.resolve("none").toString(),
            "AWS_REGION",
            "us-east-1");
    String main = "io.boto4j.examples." + name + "." + program;
    return Finished.of(environment, classPath(classes), main, List.of());
  }

  /** Without JSpecify's jar, which is not a dependency of boto4j. */
  private String classPath(Path classes) {
    StringBuilder path = new StringBuilder(classes.toString());
    String ours = System.getProperty("java.class.path");
    for (String entry : ours.split(Pattern.quote(File.pathSeparator), -1)) {
      if (!entry.contains("jspecify")) {
        path.append(File.pathSeparatorChar).append(entry);
      }
    }
    for (String library : libraries) {
      path.append(File.pathSeparatorChar).append(folder().resolve(library));
    }
    return path.toString();
  }

  /** Returns a source of this language, or one in Java that its programs need. */
  Path source(String file) {
    return PROGRAMS.resolve(name).resolve(file);
  }

  private Path folder() {
    return Path.of("target", name).toAbsolutePath();
  }
}
