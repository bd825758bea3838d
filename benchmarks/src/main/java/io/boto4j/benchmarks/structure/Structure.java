package io.boto4j.benchmarks.structure;

import io.boto4j.benchmarks.run.Table;
import io.boto4j.benchmarks.structure.SourceFile.Sized;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command {@code structure.sh}: prints figures of the structure of checkouts side by side. */
public final class Structure {
  private Structure() {}

  /**
   * Prints the figures.
   *
   * @param args the folders of the checkouts, and {@code --markdown} for a Markdown table
   * @throws IOException if the sources cannot be read
   */
  public static void main(String[] args) throws IOException {
    List<String> folders = new ArrayList<>(List.of(args));
    boolean markdown = folders.remove("--markdown");
    try {
      System.out.print(report(folders, markdown));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /** Returns a table with a column per checkout, followed by the classes with many fields. */
  static String report(List<String> folders, boolean markdown) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(new ArrayList<>(List.of("")));
    StringBuilder manyFields = new StringBuilder();
    for (String folder : folders) {
      Figures figures = new Figures(Checkout.read(Path.of(folder)));
      rows.get(0).add(folder);
      int row = 1;
      for (Map.Entry<String, String> each : figures.all().entrySet()) {
        if (row == rows.size()) {
          rows.add(new ArrayList<>(List.of(each.getKey())));
        }
        rows.get(row++).add(each.getValue());
      }
      manyFields.append('\n').append(folder).append(": ").append(list(figures)).append('\n');
    }
    Table table = new Table(rows);
    return (markdown ? table.markdown() : table.text())
        + "\nclasses with more than "
        + Figures.MANY_FIELDS
        + " instance fields\n"
        + manyFields;
  }

  private static String list(Figures figures) {
    List<String> classes = new ArrayList<>();
    for (Sized each : figures.classesWithManyFields()) {
      classes.add(each.name() + " " + each.size());
    }
    return classes.isEmpty() ? "none" : String.join(", ", classes);
  }
}
