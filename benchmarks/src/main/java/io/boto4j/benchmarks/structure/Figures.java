package io.boto4j.benchmarks.structure;

import io.boto4j.benchmarks.run.Medians;
import io.boto4j.benchmarks.structure.SourceFile.Sized;
import io.boto4j.benchmarks.structure.SourceFile.TopLevelType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures of one checkout, by their names in the table. */
final class Figures {
  private static final int LONG_FILE = 600;
  private static final int LONG_METHOD = 60;
  static final int MANY_FIELDS = 12;
  private static final String ROOT_PACKAGE = "io.boto4j";

  private final Checkout checkout;
  private final List<SourceFile> files;

  Figures(Checkout checkout) {
    this.checkout = checkout;
    this.files = checkout.files();
  }

  /** Returns all figures in the order of the table. */
  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    addFiles(all);
    addMethods(all);
    addClasses(all);
    addCycles(all);
    int comments = files.stream().mapToInt(SourceFile::commentLines).sum();
    all.put("comment lines", number(comments));
    all.put("docs lines", number(checkout.docsLines()));
    return all;
  }

  /** Returns the classes with many instance fields, those with the most first. */
  List<Sized> classesWithManyFields() {
    List<Sized> classes = new ArrayList<>(classes());
    classes.removeIf(each -> each.size() <= MANY_FIELDS);
    classes.sort(Comparator.comparing(Sized::size).reversed());
    return classes;
  }

  private void addFiles(Map<String, String> all) {
    List<Double> lines = new ArrayList<>();
    int longFiles = 0;
    for (SourceFile file : files) {
      lines.add((double) file.lines());
      longFiles += file.lines() > LONG_FILE ? 1 : 0;
    }
    all.put("main source files", number(files.size()));
    all.put("median lines per file", number(Math.round(Medians.of(lines))));
    all.put("files over " + LONG_FILE + " lines", number(longFiles));
    for (String name : List.of("ClientConfig.java", "CallRoad.java")) {
      all.put("lines of " + name, lines(name));
    }
  }

  private String lines(String fileName) {
    for (SourceFile file : files) {
      if (file.fileName().equals(fileName)) {
        return number(file.lines());
      }
    }
    return "–";
  }

  private void addMethods(Map<String, String> all) {
    List<Sized> methods = new ArrayList<>();
    files.forEach(file -> methods.addAll(file.methods()));
    long longMethods = methods.stream().filter(each -> each.size() > LONG_METHOD).count();
    all.put("methods", number(methods.size()));
    all.put("methods over " + LONG_METHOD + " lines", number(longMethods));
    all.put("longest method", greatest(methods));
  }

  private void addClasses(Map<String, String> all) {
    all.put("most instance fields", greatest(classes()));
    all.put(
        "classes with more than " + MANY_FIELDS + " of them",
        number(classesWithManyFields().size()));
    int publicTypes = 0;
    int otherTypes = 0;
    for (SourceFile file : files) {
      if (file.packageName().equals(ROOT_PACKAGE)) {
        for (TopLevelType type : file.types()) {
          publicTypes += type.isPublic() ? 1 : 0;
          otherTypes += type.isPublic() ? 0 : 1;
        }
      }
    }
    all.put("public types in " + ROOT_PACKAGE, number(publicTypes));
    all.put("package-private types in " + ROOT_PACKAGE, number(otherTypes));
  }

  private void addCycles(Map<String, String> all) {
    int largest = 0;
    int sum = 0;
    for (List<SourceFile> module : checkout.modules()) {
      for (Set<String> cycle : new ClassGraph(module).cycles()) {
        largest = Math.max(largest, cycle.size());
        sum += cycle.size();
      }
    }
    all.put("classes in the largest cycle", number(largest));
    all.put("classes in cycles", number(sum));
  }

  private List<Sized> classes() {
    List<Sized> classes = new ArrayList<>();
    files.forEach(file -> classes.addAll(file.classes()));
    return classes;
  }

  private static String greatest(List<Sized> all) {
    return all.stream()
        .max(Comparator.comparing(Sized::size))
        .map(each -> each.name() + ", " + each.size())
        .orElse("–");
  }

  private static String number(long number) {
    return Long.toString(number);
  }
}
