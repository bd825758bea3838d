package io.boto4j.benchmarks.structure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of a source file that are counted.
 *
 * @param path the file
 * @param packageName its package
 * @param lines the number of its lines
 * @param commentLines the number of lines that contain a comment and no code
 * @param types its top-level types
 * @param classes its classes and enums, records excluded, with those inside others
 * @param methods its methods and constructors
 * @param imports the imported types and static members, by their simple names
 */
record SourceFile(
    Path path,
    String packageName,
    int lines,
    int commentLines,
    List<TopLevelType> types,
    List<Sized> classes,
    List<Sized> methods,
    Map<String, String> imports) {
  /**
   * A top-level type.
   *
   * @param name its simple name
   * @param isPublic whether it is public
   * @param names the simple names in its code that may be types
   * @param qualifiedNames the qualified names in its code that may be types
   */
  record TopLevelType(
      String name, boolean isPublic, Set<String> names, Set<String> qualifiedNames) {}

  /**
   * A class with the number of its instance fields, or a method with the number of its lines.
   *
   * @param name its name, after those of the classes around it, such as {@code Outer.Inner}
   * @param size the number
   */
  record Sized(String name, int size) {}

  String fileName() {
    return String.valueOf(path.getFileName());
  }
}
